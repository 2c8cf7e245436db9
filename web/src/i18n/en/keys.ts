import type { Dictionary } from '..';

export const keys: Dictionary['keys'] = {
  heading: 'Keys and hands',
  open: 'Keys (?)',
  word: 'Keys',
  hint: 'Keys do nothing while you write. What cannot be taken back still asks first.',
  on: 'Use the keys',
  hand: 'I hold the tablet with',
  hands: { right: 'The right hand', left: 'The left hand' },
  acts: {
    next: 'The next act (the big button)',
    call: 'Call the first in the queue',
    'end-speech': 'End the speech',
    extend: 'One more minute for the speaker',
    'next-item': 'Go to the next item',
    pause: 'Pause or resume',
    conclusion: 'Write the conclusion',
    floor: 'Show the speakers',
    ballots: 'Show the votes',
    walls: 'Show the big screens',
    help: 'Open this list',
  },
  done: {
    call: name => `${name} has the floor`,
    endSpeech: 'The speech has ended',
    extend: 'One minute more',
    item: place => `Item ${place}`,
    pause: 'The meeting is paused',
    resume: 'The meeting goes on',
    nothing: 'There is nothing for this key to do now.',
  },
};
