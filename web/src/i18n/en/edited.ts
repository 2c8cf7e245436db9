import type { Dictionary } from '..';

export const edited: Dictionary['edited'] = {
  heading: 'Compare with an edited Word file',
  hint: 'Choose the Word file of the minutes that was edited outside. It is read for the comparison and dropped; the minutes stay as they are.',
  open: 'Compare with Word',
  choose: 'Choose a Word file',
  working: 'Reading and comparing word by word',
  none: 'This file says the same as the minutes.',
};
