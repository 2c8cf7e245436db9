import type { Dictionary } from '..';

export const indexing: Dictionary['indexing'] = {
  done: 'Searchable',
  waiting: 'Being made searchable',
};

export const askedPapers: Dictionary['askedPapers'] = {
  mine: 'Papers to hand in',
  due: moment => `due ${moment}`,
  overdue: count => `${count} overdue`,
  waiting: count => `${count} to be handed in`,
  submitted: count => `${count} to be approved`,
  more: count => `and ${count} more`,
};
