import type { Dictionary } from '..';

export const candidates: Dictionary['candidates'] = {
  heading: 'Work found in papers and conclusions',
  tab: 'Found in papers',
  given: 'Given',
  hint: 'Word for word from directives, plans, resolutions and conclusions. Nothing is a task until it is given.',
  looking: 'Reading the papers…',
  failed: 'The papers could not be read. Please open this section again.',
  none: 'No work to be given was found in papers and conclusions.',
  search: 'Search by agency, work, paper',
  dated: 'Only work with a deadline',
  counts: (shown, all) => `${shown} of ${all}`,
  more: left => `Show more (${left})`,
  undated: 'No deadline named',
  recurs: said => `Comes back: ${said}`,
  together: who => `Together with: ${who}`,
  concluded: item => `Conclusion: ${item}`,
  dismiss: 'Dismiss',
  restore: 'Restore',
  dismissed: count => `Dismissed (${count})`,
  named: (act, work) => `${act}: ${work}`,
};
