import type { Dictionary } from '..';

export const sharing: Dictionary['sharing'] = {
  act: 'Share',
  heading: 'Share the note',
  who: 'Who sees it',
  ways: { private: 'Only you', everybody: 'Everybody in the meeting', some: 'Chosen people and groups' },
  readers: 'The readers of this secret paper',
  explain: 'Notes never go into the minutes. You can stop sharing at any time.',
  mixed: 'Shared in different ways',
  mixedExplain:
    'Strokes on this page are shared in different ways. What is chosen here holds for all of them.',
  roles: { delegate: 'All delegates', chair: 'The chair', secretary: 'Secretaries', guest: 'All guests' },
  byRole: 'By role',
  byUnit: 'By unit',
  byPerson: 'One by one',
  find: 'Search by name or unit',
  chosen: count => `${count} chosen`,
  save: 'Done',
  sharedWith: names => `Shared with: ${names}`,
  sharedByWith: (name, names) => `${name}, shared with: ${names}`,
};
