import type { Dictionary } from '..';

export const peopleGroups: Dictionary['peopleGroups'] = {
  saved: 'Saved groups',
  choose: 'Choose a group',
  none: 'No group yet. Choose people, then save them as a group.',
  line: (name, count) => `${name} (${count})`,
  save: 'Save as a group',
  saveHint: count => `These ${count} people can be invited or asked again together.`,
  adds: (added, whole) =>
    added
      ? `Adds ${added} people to those who are in it; ${whole} in all.`
      : `These people are all in the group of ${whole} already.`,
  name: 'Name of the group',
  instead: 'Save in',
  fresh: 'A new group',
  done: name => `Group “${name}” saved.`,
  remove: 'Remove this group',
  removeQuestion: name => `Remove the group “${name}”?`,
  removeDetail: 'Meetings and circulations made with it stay as they are.',
  already: count => `${count} of the group take part already.`,
  file: 'Read a Word or Excel file',
  reading: 'Reading the file…',
  read: count => `${count} lines read.`,
};
