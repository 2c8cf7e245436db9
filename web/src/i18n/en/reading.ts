import type { Dictionary } from '..';

export const reading: Dictionary['reading'] = {
  converting: 'Being turned into a PDF',
  reading: 'Being read',
  recognising: 'Letters in scanned pages are being recognised',
  pagesDone: (done, of) => `page ${done}/${of}`,
  again: 'Read again',
  scanned: pages => `Page ${pages}: scanned pictures, which cannot be searched yet.`,
  recognised: pages =>
    `Page ${pages}: scanned; the letters were recognised and may be wrong in search and quotations.`,
  oldFonts: pages =>
    `Page ${pages}: written with old fonts (TCVN3, VNI); the text was converted to Unicode for search and quotation.`,
  incomplete: 'The reading copy may lack something of the original. Please look at it before publishing.',
  stamps: 'The digital signature on the paper could not be read.',
  unread: papers => `The assistant cannot read these scanned pages yet: ${papers}.`,
  unreadPaper: (title, pages) => `“${title}” page ${pages}`,
  reasons: {
    'paper.needs-office':
      'The server has no LibreOffice, which this kind of file needs. Please save it as PDF, .docx, .xlsx or .pptx, or ask the administrator to install LibreOffice, then tap “Read again”.',
    'paper.encrypted': 'The file has a password. Please remove it and upload again.',
    'paper.broken': 'The file is damaged. Please open the original, save it again and upload it once more.',
    'paper.truncated': 'The end of the file is missing. Please fetch the file again and upload it once more.',
    'paper.zip-bomb':
      'The file is compressed beyond what is allowed. Please save it again or export it as PDF.',
    'paper.external-entities':
      'The file refers to unsafe outside content. Please save it again in its own program.',
    'paper.too-many-pages': 'The file has too many pages. Please split it.',
    'paper.too-many-cells': 'The workbook has too many cells. Please keep what the meeting needs.',
    'paper.too-complex': 'The file is too complex. Please print it to PDF and upload again.',
    'paper.timeout': 'Reading the file took too long. Please split it or print it to PDF, then upload again.',
    'paper.memory': 'Reading the file takes too much memory. Please split it or print it to a new PDF.',
    'paper.not-converted': 'The file could not be turned into a PDF. Please save it as PDF and upload again.',
  },
};
