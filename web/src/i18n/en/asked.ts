/** Questions asked before, questions about a passage, and reports of wrong answers. */
export const asked = {
  history: (count: number) => `Asked before (${count})`,
  historyHint: 'Only you see these. Tap one to ask it again.',
  forget: 'Delete what I asked',
  forgetAsk: 'Delete everything you asked in this meeting?',
  forgetDetail: 'This cannot be undone. The questions are kept nowhere else.',
  forgotten: 'Your questions were deleted.',
  about: 'Ask the assistant about this',
  aboutHeading: 'The passage asked about',
  aboutDrop: 'Drop this passage',
  elsewhere: 'What do the papers say about this?',
  report: 'Report a wrong answer',
  reportHint:
    'The question and what you write here go to the administrator to improve the assistant, without your name. Words taken from a secret paper can be read there, too.',
  wrong: 'What is wrong',
  wrongs: {
    quotes: 'The quotations do not answer the question',
    hidden: 'A paper does say it, but it was not found',
    absent: 'No paper says it, yet an answer was given',
  },
  expected: 'The right words of the paper (may be left empty)',
  send: 'Send',
  sent: 'Sent. Thank you.',
};
