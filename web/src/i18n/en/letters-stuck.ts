import type { Dictionary } from '..';

export const stuckLetters: Dictionary['stuckLetters'] = {
  heading: 'Letters that did not arrive',
  hint: 'Letters of your meetings and circulations, and about tasks, that will not arrive by themselves.',
  none: 'No letter is stuck.',
  open: count => `Letters not arrived: ${count} people`,
  more: count => `and ${count} more`,
  sentAgain: 'Queued again.',
  noAddress: 'No e-mail address yet. Please have an administrator enter it.',
};
