import type { Dictionary } from '..';

export const readPages: Dictionary['readPages'] = {
  own: 'Papers seen',
  pages: (seen, pages) => `${seen}/${pages} pages`,
  seenOf: (seen, pages) => `seen ${seen}/${pages} pages`,
  privacyWord: 'Who sees this?',
  privacy:
    'The secretary and the chair see that you have opened a paper and how many pages you have seen; never notes.',
  who: 'Who has read the papers',
  rule: 'A page counts as seen after 2 seconds on the screen. Only the secretary and the chair see this table.',
  paper: 'Paper',
  allPapers: 'All papers',
  find: 'Find by name or unit',
  unopenedOnly: count => `Not opened (${count})`,
  summary: (opened, all) => `${opened}/${all} people have opened papers`,
  opened: (opened, papers) => `Opened ${opened}/${papers} papers`,
  nobody: 'Nobody.',
  noPapers: 'No paper is published yet.',
  standing: { none: 'No papers', unopened: 'Not opened', opened: 'Opened', all: 'All seen' },
};
