import type { Dictionary } from '..';

export const leading: Dictionary['leading'] = {
  present: 'Present',
  presenting: 'Presenting',
  following: 'Following',
  follow: 'Follow the presented page',
  presentedBy: (who, title, page) => `${who} presents page ${page}, “${title}”`,
  notForYou: who => `${who} presents a paper that is not for you.`,
  stop: 'Stop presenting',
  name: 'Invite a presenter',
  named: who => `Presenter: ${who}`,
  unname: who => `Take back from ${who}`,
  nameHint: 'Beside the chair one more person may present pages to all tablets.',
  find: 'Find by name or unit',
};
