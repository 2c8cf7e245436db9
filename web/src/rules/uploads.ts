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

export type UploadFault = 'kind' | 'large' | 'empty';

export function uploadFault(name: string, bytes: number): UploadFault | undefined {
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
