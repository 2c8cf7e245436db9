import type { Dictionary } from '..';

export const paperWork: Dictionary['paperWork'] = {
  mustRead: 'Read before the meeting',
  setMustRead: title => `To be read before: ${title}`,
  up: title => `Move up: ${title}`,
  down: title => `Move down: ${title}`,
  edit: 'Edit',
  editHeading: 'Edit the paper',
  place: 'Belongs to',
  group: title => `Group: ${title}`,
  groups: 'Papers beside the agenda',
  addGroup: 'Add a group of papers',
  groupTitle: 'Name of the group',
  renameGroup: title => `Rename the group: ${title}`,
  removeGroup: title => `Remove the group: ${title}`,
  removeGroupQuestion: title => `Remove the group “${title}”?`,
  removeGroupDetail: 'The group holds no papers.',
  prepared: (opened, all) => `${opened} of ${all} papers to be read before are opened`,
  recallReason: 'Why it is recalled',
  recallHint: 'Everybody who has the paper will see this reason.',
  recalledAt: (time, reason) => `Recalled at ${time}. Reason: ${reason}`,
  recalledOpen: (title, reason) =>
    `The secretary has recalled “${title}”. Reason: ${reason}. The copy on this device is deleted.`,
  recalledShort: 'Recalled',
};

export const secrecy: Dictionary['secrecy'] = {
  secret: 'Secret',
  set: title => `Secrecy and readers: ${title}`,
  heading: 'Secret paper',
  explain:
    'Only those chosen and the secretaries see the paper. It is viewed on the screen, not downloaded, not kept on the device and not shown on big screens; every page carries the reader’s name and the time.',
  on: 'Make this paper secret',
  roles: { chair: 'The chair', delegate: 'All delegates', guest: 'All guests' },
  byRole: 'By role',
  byUnit: 'By unit',
  byPerson: 'Single people',
  find: 'Search by name or unit',
  chosen: count => `${count} chosen`,
  nobody: 'Please choose at least one person, unit or role.',
  save: 'Save',
  opened: (people, times) => `Opened by ${people}, ${times} times`,
  neverOpened: 'Nobody has opened it.',
  openedBy: (name, times) => `${name}: ${times}`,
  viewOnly: 'Secret paper: view it here only, no copies, no download. Opening it is recorded.',
  mark: (name, time) => `SECRET · ${name} · ${time}`,
};
