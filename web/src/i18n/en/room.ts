import type { Dictionary } from '..';

export const views: Dictionary['views'] = {
  chair: 'Chair',
  desk: 'Secretary',
  room: 'Meeting room',
};

export const room: Dictionary['room'] = {
  agenda: 'Agenda',
  papers: 'Papers',
  now: 'Now',
  item: (place, title) => `Item ${place}: ${title}`,
  notBegun: time => `The meeting begins at ${time}`,
  betweenItems: 'No item yet',
  paused: 'The meeting is in recess',
  ended: 'The meeting has ended',
  presenter: name => `Presented by ${name}`,
  minutes: count => `${count} min`,
  itemState: { waiting: 'To come', current: 'Now', done: 'Done' },
  conclusion: 'Conclusion',
  noPapers: 'No papers yet',
  noAgenda: 'The secretary has not put up the agenda yet.',
  pages: count => `${count} pages`,
  readTo: (page, pages) => `read to page ${page}/${pages}`,
  showRail: 'Show the agenda',
  hideRail: 'Hide the agenda',
  showNow: 'Show what goes on',
  hideNow: 'Hide what goes on',
  showBoth: 'Show both sides',
  clock: 'Time of the server',
  choosePaper: 'Choose a paper from the agenda to read.',
  recalled: 'The paper you were reading was recalled.',
  processing: 'The paper is being prepared and opens by itself.',
  unreadable: why => `The paper cannot be read: ${why}`,
  warnings: 'About this paper',
  mine: 'Personal',
  home: 'Meetings',
};

export const tools: Dictionary['tools'] = {
  bar: 'Reading tools',
  read: 'Read',
  mark: 'Highlight',
  markHint: 'Draw over the passage, or tap its beginning and then its end.',
  page: (page, pages) => `${page}/${pages}`,
  pageLabel: 'Go to page',
  larger: 'Larger',
  smaller: 'Smaller',
  fit: 'Fit the width',
  words: 'Comments and notes',
  previous: 'Previous page',
  next: 'Next page',
};

export const attendance: Dictionary['attendance'] = {
  checkIn: 'Check in',
  ask: 'You have not checked in yet.',
  checkedIn: time => `Checked in ${time}`,
  left: 'Recorded: left the meeting',
  excused: 'Recorded: excused',
  again: 'Check in again',
  states: { absent: 'Not checked in', present: 'Present', left: 'Left', excused: 'Excused' },
  quorum: 'Quorum',
  quorate: (present, all) => `Quorum reached: ${present}/${all} present`,
  notQuorate: (present, all, needed) => `No quorum: ${present}/${all} present, ${needed} needed`,
};
