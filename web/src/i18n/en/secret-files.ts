import type { Dictionary } from '..';

export const secretFiles: Dictionary['secretFiles'] = {
  choose: 'Secret paper',
  chooseFor: heading => `Upload a secret paper to: ${heading}`,
  heading: 'Upload secret papers',
  files: 'Files',
  noFile: 'Please choose at least one file.',
  send: 'Upload',
};
