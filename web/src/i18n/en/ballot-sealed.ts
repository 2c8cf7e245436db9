import type { Dictionary } from '..';

export const sealed: Dictionary['sealed'] = {
  hint: 'Secret ballot: only who has voted is on record. Once the vote is closed, nothing ties a ballot to its voter.',
  thin: 'Fewer than five voters: the ballot is secret, but it may be guessed who chose what.',
  recorded: 'Secret ballot recorded',
  recordedAt: time => `Secret ballot recorded · ${time}`,
  receipt: 'Code of your ballot',
  receiptHint:
    'Please note this code down. After publication it finds your ballot in the list. Signing out takes it off this device.',
  copy: 'Copy the code',
  copied: 'Code copied',
  notCopied: 'It could not be copied. Please note the code down by hand.',
  find: 'Find my ballot',
  hide: 'Close the list of ballots',
  loading: 'Loading the ballots…',
  found: 'The ballot with this code',
  typed: 'Type the code you noted down',
  typedHint: 'Capitals, small letters and dashes do not matter.',
  notFound: 'No ballot has this code. Please check it.',
  keptNotFound:
    'No ballot in the list has the code kept on this device. If you voted on another one, please type its code.',
  all: count => `All ballots (${count})`,
  opinion: (choice, opinion) => `${choice}: ${opinion}`,
  mark: (option, mark) => `${option}: ${mark}`,
};
