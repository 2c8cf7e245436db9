import { t } from '../../i18n';
import type { VersionRecord } from '../../records';

/** The server's page ranges as people write them: "3-5,9" becomes “3–5, 9”. */
export const pagesOf = (ranges: string) => ranges.replaceAll('-', '–').replaceAll(',', ', ');

/** A remark about a paper in words; its code may name pages ("page-without-text:3-5,9"). */
export function remarkWords(said: string): string {
  const [code = '', ranges = ''] = said.split(':');
  const words = t().reading;
  const pages = pagesOf(ranges);
  switch (code) {
    case 'page-without-text':
      return words.scanned(pages || '…');
    case 'page-recognised':
      return words.recognised(pages);
    case 'old-fonts':
      return words.oldFonts(pages);
    case 'conversion-incomplete':
      return words.incomplete;
    case 'stamps-not-read':
      return words.stamps;
    default:
      return said;
  }
}

/** Why a paper could not be read and what to do, in the language of the page. */
export const reasonWords = (version: VersionRecord) => t().reading.reasons[version.reason] ?? version.message;

/** Reading again may help: a failure, or something that a program installed since can do. */
export function mayReadAgain(version: VersionRecord): boolean {
  if (version.work || version.state === 'processing') {
    return false;
  }
  const improvable = ['page-without-text', 'conversion-incomplete'];
  return (
    version.state === 'failed' || version.warnings.some(said => improvable.includes(said.split(':')[0]!))
  );
}
