import type { Dictionary } from '..';

export const chair: Dictionary['chair'] = {
  now: 'Now',
  notBegun: 'The meeting has not begun',
  notBegunHint: 'Press “Start the meeting” when ready. The first item opens.',
  paused: 'The meeting is in recess',
  ended: 'The meeting has ended',
  endedAt: time => `Ended at ${time}. The secretary can finish the minutes.`,
  itemNumber: (place, all) => `Item ${place} of ${all}`,
  noItem: 'No item yet',
  planned: minutes => `${minutes} min planned`,
  unplanned: 'No time set',
  spent: minutes => `${minutes} min used`,
  itemClock: 'Time used for this item',
  over: time => `${time} over`,
  remaining: time => `${time} left`,
  goHere: place => `Go to item ${place}`,
  papers: 'Papers of this item',
  allPapers: count => `All papers (${count})`,
  conclusion: 'Conclusion of the chair',
  conclusionHint: 'Saved by itself when you leave the field.',
  conclusionSaved: time => `Saved ${time}`,
  conclusionSaving: 'Saving…',
  conclusionChanged: 'Not saved yet',
  conclusionFailed: why => `Not saved. ${why}`,
  conclusionOther: 'The conclusion was just changed elsewhere.',
  conclusionTake: 'Use the new text',
  conclusionKeep: 'Keep my text',
  nextAct: 'Next',
  acts: {
    start: 'Start the meeting',
    resume: 'Go on with the meeting',
    closeVote: 'Close the vote',
    publishVote: 'Publish the result',
    endSpeech: 'End the speech',
    openVote: 'Open the vote',
    go: place => `Go to item ${place}`,
    end: 'End the meeting',
  },
  pause: 'Recess',
  end: 'End the meeting',
  endQuestion: title => `End the meeting “${title}”?`,
  endDetail: (undone, waiting) =>
    [
      'The queue closes, the clocks stop, agenda and papers are locked. This cannot be undone.',
      undone ? `${undone} items have not been dealt with.` : '',
      waiting ? `${waiting} people still wait to speak.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  startQuestion: title => `Start the meeting “${title}”?`,
  startShort: (present, all, needed) =>
    `No quorum: ${present} of ${all} present, ${needed} needed. The meeting can start, but no vote can be opened yet.`,
};

export const floor: Dictionary['floor'] = {
  heading: 'Speakers',
  call: 'Call',
  extend: minutes => `+${minutes} min`,
  extendLabel: minutes => `${minutes} more minutes`,
  end: 'End',
  waiting: count => `Waiting (${count})`,
  allWaiting: count => `Show all ${count} requests`,
  nobody: 'Nobody has asked for the floor.',
  spoken: count => `Have spoken (${count})`,
  spokenAt: (time, length) => `${time} · ${length}`,
  since: time => `asked ${time}`,
};

export const ballots: Dictionary['ballots'] = {
  heading: 'Votes',
  prepare: 'Prepare a vote',
  none: 'No vote has been prepared.',
  ofItem: place => `Item ${place}`,
  open: 'Open the vote',
  openQuestion: question => `Open the vote “${question}”?`,
  openDetail: (present, all) =>
    `${present} of ${all} entitled delegates are present. This roll stays as it is until the vote is closed.`,
  close: 'Close the vote',
  closeQuestion: question => `Close the vote “${question}”?`,
  closeDetail: (cast, of) =>
    cast < of
      ? `${cast} of ${of} have voted, ${of - cast} have not. No ballots are taken after that.`
      : `All ${of} have voted. No ballots are taken after that.`,
  publish: 'Publish the result',
  publishQuestion: question => `Publish the result of “${question}”?`,
  publishDetail: 'It appears on every tablet and on the big screen.',
  remove: 'Delete',
  removeQuestion: question => `Delete the vote “${question}”?`,
  removeDetail: 'It has not been opened; there are no ballots.',
  voted: 'Have voted',
  votedOf: (cast, of) => `${cast}/${of}`,
  missing: count => `Have not voted (${count})`,
  everyone: 'Everybody has voted.',
  notPublished: 'Only the desk sees this result until it is published.',
};

export const quorumMeter: Dictionary['quorumMeter'] = {
  label: 'Attendance and quorum',
  delegates: (present, all) => `Delegates ${present}/${all}`,
  guests: (present, all) => `Guests ${present}/${all}`,
  reached: 'Quorum reached',
  missing: count => `No quorum, ${count} missing`,
  nobody: 'No delegates yet',
};
