import type { Dictionary } from '..';

export const circulationDraft: Dictionary['circulationDraft'] = {
  questionNeeded: 'Please write the question; everything else is saved once it is there.',
  writing: name => `${name} is writing`,
  here: name => `${name} has this open`,
  clash: name => `${name} has just changed the same place. Please choose; nothing is saved until then.`,
  chooseFirst: 'Not sent: somebody else has just changed the same place. Please choose, then send again.',
  saveFirst: 'Not sent: the draft is not saved yet. Please look at it, then send again.',
  theirs: 'Theirs',
  mine: 'Mine',
  fields: {
    question: 'Question',
    explanation: 'Explanation',
    rule: 'Rule',
    date: 'Deadline',
    clock: 'Deadline',
    late: 'After the deadline',
    names: 'Published',
    tracker: 'Followed by',
    leader: 'Leader',
    asked: 'People asked',
    reminders: 'Reminders',
  },
  reminders: count => (count ? `${count} reminders` : 'No reminders'),
  rule: (numerator, denominator) => `Share ${numerator}/${denominator}`,
};
