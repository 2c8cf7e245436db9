import type { Dictionary } from '..';

export const ballot: Dictionary['ballot'] = {
  openPaper: 'Open the ballot',
  continuePaper: (filled, of) => `Go on with the ballot (${filled}/${of})`,
  send: 'Cast the ballot',
  sendChange: 'Cast the changed ballot',
  sendBlank: 'Cast a blank ballot',
  blankQuestion: 'Cast a blank ballot?',
  blankDetail: 'A ballot that chooses nobody counts as blank. It can be changed until the vote is closed.',
  change: 'Change the ballot',
  ask: (least, most, of) =>
    least === most ? `Choose exactly ${most} of ${of}.` : `Choose ${least} to ${most} of ${of}.`,
  askEach: of => `Say for or against to each of these ${of}.`,
  picked: (count, most) => `${count}/${most} chosen`,
  tooMany: most => `All ${most} are chosen. Let one go to choose another.`,
  tooFew: least => `Choose at least ${least}, or none for a blank ballot.`,
  marked: (count, of) => `${count}/${of} answered`,
  nextUnmarked: 'To the next unanswered',
  allFor: 'For all',
  marks: { for: 'For', against: 'Against', abstain: 'Abstain' },
  sending: 'Sending the ballot…',
  unrecorded:
    'The ballot was not recorded: the connection was lost. It is not sent by itself; please send again.',
  unrecordedChange:
    'The change was not recorded: the connection was lost. The former ballot stands; please send again.',
  blank: 'blank',
  markCounts: (yes, no, abstain) => `${yes} for, ${no} against, ${abstain} abstentions`,
  left: time => `${time} left`,
  overdue: 'The time to vote is over. The chair may extend it or close the vote.',
  secret: 'Secret ballot',
  voided: 'Vote set aside',
  voidReason: reason => `Reason: ${reason}`,
  repeats: 'Repeated vote',
  weight: count => `Your ballot carries ${count} votes.`,
};
