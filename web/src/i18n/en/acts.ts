import type { Dictionary } from '..';

export const voting: Dictionary['voting'] = {
  heading: 'Votes',
  open: 'Vote open',
  closed: 'Closed, the result follows',
  published: 'Result of the vote',
  choices: { for: 'For', against: 'Against', other: 'Other opinion', abstain: 'Abstain', '': 'Ballot' },
  sending: choice => `Sending: ${choice}…`,
  recorded: (choice, time) => `Recorded: ${choice} · ${time}`,
  changeable: 'It can be changed until the vote is closed.',
  unrecorded: choice =>
    `The ballot “${choice}” was not recorded because the connection was lost. It is not sent by itself; please send it again.`,
  unrecordedChange: (choice, former) =>
    `The change to “${choice}” was not recorded because the connection was lost; the recorded ballot is “${former}”. Please send it again.`,
  again: 'Send the ballot again',
  refused: reason => `The ballot was not recorded. ${reason}`,
  opinion: 'The other opinion',
  opinionNeeded: 'Please write the opinion.',
  castOpinion: 'Cast as other opinion',
  progress: (cast, of) => `${cast}/${of} have voted`,
  notYours: 'You do not take part in this vote.',
  mine: choice => `Your ballot: ${choice}`,
  none: 'You cast no ballot.',
  passed: 'Passed',
  notPassed: 'Not passed',
  all: count => `All votes (${count})`,
  noVotes: 'No votes yet.',
  goVote: 'Vote',
  count: (count, share) => `${count} · ${share}`,
  shares: cast => `Shares of the ${cast} ballots cast.`,
  notCast: 'No ballot',
};

export const speaking: Dictionary['speaking'] = {
  heading: 'Speakers',
  now: 'Has the floor',
  nobody: 'Nobody has the floor',
  left: 'Time left',
  over: 'Time is over',
  soon: 'Time is nearly over',
  request: 'Ask for the floor',
  withdraw: 'Withdraw',
  subject: 'Subject (optional)',
  requested: time => `Requested ${time}`,
};

export const comments: Dictionary['comments'] = {
  heading: 'Comments',
  about: title => `Comments on “${title}”`,
  choosePaper: 'Open a paper to see and write comments.',
  none: 'No comments on this paper yet.',
  write: 'Your comment',
  hint: 'Everybody in the meeting can read it.',
  send: 'Send',
  remove: 'Delete this comment?',
};

export const notes: Dictionary['notes'] = {
  heading: 'Notes',
  none: 'No notes yet. Choose “Highlight” and draw over a passage.',
  fresh: 'New note',
  edit: 'Note',
  passage: 'Marked passage',
  text: 'Text of the note (may be empty)',
  colour: 'Colour',
  colours: { yellow: 'Yellow', green: 'Green', blue: 'Blue', pink: 'Pink' },
  share: 'Share with the meeting',
  unshare: 'Stop sharing',
  sharedByYou: 'Shared with the meeting',
  sharedBy: name => `Shared by ${name}`,
  own: 'Only you see it',
  save: 'Save the note',
  remove: 'Delete the note',
  removeAsk: 'Delete this note?',
  openPage: page => `Open page ${page}`,
  page: page => `page ${page}`,
  label: (who, text) => (text ? `${who}: ${text}` : who),
};

export const assistant: Dictionary['assistant'] = {
  heading: 'Assistant',
  ask: 'Ask about the papers of the meeting',
  send: 'Ask',
  hint: 'The assistant answers only in the words of the papers you may see.',
  suggestions: 'For example',
  asking: 'Searching the papers…',
  answered: 'The papers say:',
  possible: 'Perhaps this; please read it carefully:',
  refused: 'The papers of the meeting do not say this. The nearest passages:',
  refusedAlone: 'The papers of the meeting do not say this.',
  keywords: 'Searching by keywords because the language model is not ready.',
  missing: (titles: string[]) =>
    `Still being read, not searched yet: ${titles.join('; ')}. Please ask again in a few minutes.`,
  understood: question => `Understood as: ${question}`,
  openPage: 'Open the page',
  source: (title, page) => `${title}, page ${page}`,
  clear: 'Clear old questions',
};
