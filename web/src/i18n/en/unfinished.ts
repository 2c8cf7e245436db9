import type { Dictionary } from '..';

export const unfinished: Dictionary['unfinished'] = {
  heading: 'Unfinished work of earlier meetings',
  add: 'Add unfinished work',
  loading: 'Fetching the list…',
  failed: 'The list did not come. Please open the page again.',
  counts: (all: number, late: number) =>
    all === 0
      ? 'No unfinished work for this account.'
      : `${all} unfinished${late ? `, ${late} of them overdue` : ''}.`,
  report: (day: string, text: string) => `Last report ${day}: ${text}`,
  noReport: 'No report yet.',
};
