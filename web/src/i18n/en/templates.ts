import type { Dictionary } from '..';

export const templates: Dictionary['templates'] = {
  heading: 'The office’s own templates',
  hint: 'Write it in Word and put names in double braces, such as {{so_ky_hieu}}. A template changes the form; the text still comes from what was recorded.',
  kind: 'Kind of document',
  builtIn: 'The built-in layout by Decree 30/2020/NĐ-CP is in use.',
  own: name => `Own template in use: ${name}`,
  upload: 'Choose a Word file',
  uploading: 'Checking the template',
  taken: 'The template is sound and in use.',
  start: 'Download a template to begin from',
  preview: 'Preview (PDF)',
  download: 'Download the own template',
  remove: 'Remove the own template',
  removeQuestion: 'Remove the own template and use the built-in layout again?',
  removeDetail: 'Documents made from now on use the built-in layout. The file can be uploaded again.',
  names: 'Names that may be used',
};
