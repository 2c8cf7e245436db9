/** Documents that papers name by their number. */
export const cited = {
  tab: 'Cited',
  heading: 'Cited documents',
  looking: 'Looking for cited documents…',
  none: 'This paper cites no document by its number.',
  failed: 'The cited documents could not be listed.',
  of: (date: string) => `of ${date}`,
  open: (label: string) => `Open ${label}`,
  absent: 'Not in the packet',
  named: (page: number, part: string) => (part ? `page ${page}: ${part}` : `page ${page}`),
  within: (titles: string[]) => `Searched only in: ${titles.join('; ')}`,
  missing: 'Cited but not in the packet',
  missingHint: 'Papers of this meeting cite these documents; the packet does not hold them.',
  missingNone: 'Every document cited by its number is in the packet.',
  citedBy: 'Cited in',
  citing: (title: string, page: number) => `${title}, page ${page}`,
};
