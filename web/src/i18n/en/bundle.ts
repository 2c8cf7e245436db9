import type { Dictionary } from '..';

export const bundle: Dictionary['bundle'] = {
  heading: 'The meeting’s digital file',
  hint: 'One ZIP file: Word and PDF documents, spreadsheets, the debate in Akoma Ntoso, a hash of every file. No secret papers, no private notes, no secret ballot tied to its voter.',
  make: 'Make the file',
  again: 'Make it again',
  making: (done, of) => `Making documents ${done}/${of}`,
  beginning: 'Reading what happened in the meeting',
  ready: size => `The file is ready (${size}).`,
  download: 'Download the file',
  digest: 'SHA-256 of the file',
};
