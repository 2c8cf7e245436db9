import type { Dictionary } from '..';

export const positions: Dictionary['positions'] = {
  heading: 'Positions before the meeting',
  give: 'Give a position',
  about: title => `Position on “${title}”`,
  hint: 'Only the chair and the secretary see it. It can be changed until the meeting reaches the item.',
  stances: { agree: 'Agree', remark: 'A remark', speak: 'Wish to speak' },
  mine: stance => `Position: ${stance}`,
  text: 'Remark',
  subject: 'What about (optional)',
  needed: 'Please write the remark.',
  save: 'Send the position',
  withdraw: 'Withdraw',
  standing: (agree, remark, speak, silent) =>
    `${agree} agree · ${remark} with a remark · ${speak} wish to speak · ${silent} have said nothing`,
  none: 'Nobody has given a position yet.',
  common: 'Common vote',
  offer: count => `${count} items that everybody agrees on`,
  prepare: count => `Prepare one vote on ${count} items`,
  blockHint:
    'These items will be decided by one vote. Whoever wants to discuss one takes it out before the vote opens.',
  pull: 'Take out',
  pullItem: title => `Take out: ${title}`,
  pullQuestion: title => `Take “${title}” out of the common vote?`,
  pullDetail: 'The item will be discussed and decided by itself; you are noted as wishing to speak.',
};

export const forecast: Dictionary['forecast'] = {
  heading: 'Time of the meeting',
  ends: time => `Will probably end at ${time}`,
  because: (items, speakers, minutes) =>
    speakers
      ? `by ${items} items to come and ${speakers} who wish to speak, about ${minutes} min each`
      : `by ${items} items to come`,
  late: words => `${words} later than planned`,
  early: words => `${words} earlier than planned`,
  onTime: 'as planned',
  left: words => `${words} left as planned`,
  used: 'The planned time is over',
  hours: (hours, minutes) => (hours ? `${hours} h ${minutes} min` : `${minutes} min`),
  clock: (hours, minutes) => `${hours}:${minutes}`,
};
