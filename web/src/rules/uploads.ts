/** What the server accepts; said before a long upload begins rather than after it. */
export const LARGEST = 100 * 1024 * 1024;

/** The kinds of file the server reads, by their usual endings; it looks at the content itself. */
export const ENDINGS = [
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'doc',
  'xls',
  'ppt',
  'png',
  'jpg',
  'jpeg',
  'tif',
  'tiff',
];

/** For the file picker. */
export const ACCEPTED = ENDINGS.map(ending => `.${ending}`).join(',');

/** How iPads and iPhones save photographs unless they are told otherwise. */
const APPLE = /\.(heic|heif|hif)$/i;

export type UploadFault = 'kind' | 'heic' | 'large' | 'empty';

export function uploadFault(name: string, bytes: number): UploadFault | undefined {
  if (APPLE.test(name)) {
    return 'heic';
  }
  if (!ENDINGS.some(ending => name.toLowerCase().endsWith(`.${ending}`))) {
    return 'kind';
  }
  if (bytes === 0) {
    return 'empty';
  }
  return bytes > LARGEST ? 'large' : undefined;
}

/** The file's name as a first title: no ending, no underscores, at most what a title may hold. */
export function titleOf(name: string): string {
  const stem = name
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (stem || name).slice(0, 300);
}

/** Characters of the readers that an upload's address may hold (icabinet/server/files.py). */
const READERS_IN_ADDRESS = 6000;

/** As many of a secret paper's readers as its address holds: at least one, so that it is secret from its first moment. */
export function readersThatFit(readers: readonly string[]): string[] {
  let fit = readers.length;
  while (fit > 1 && JSON.stringify(readers.slice(0, fit)).length > READERS_IN_ADDRESS) {
    fit -= 1;
  }
  return readers.slice(0, fit);
}
