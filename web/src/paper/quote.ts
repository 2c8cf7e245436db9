/** W3C Web Annotation selectors (text quote and text position) over the text of one page. */

/** Characters of context kept on each side of a quotation. */
const CONTEXT = 32;

export interface Quote {
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

/**
 * Describes `text.slice(start, end)`. Positions and strings of the answer are those of the page's text in NFC,
 * so that `nfc.slice(start, end) === exact` however the file spells its accents.
 */
export function quoteOf(text: string, start: number, end: number): Quote {
  const before = text.slice(0, start).normalize('NFC');
  const exact = text.slice(start, end).normalize('NFC');
  const after = text.slice(end, end + 4 * CONTEXT).normalize('NFC');
  return {
    exact,
    prefix: before.slice(-CONTEXT),
    suffix: after.slice(0, CONTEXT),
    start: before.length,
    end: before.length + exact.length,
  };
}

/** The span of whole words that two letters, given in any order, lie in; the second one belongs to it. */
export function wholeWords(text: string, one: number, other: number): [start: number, end: number] {
  let start = Math.min(one, other);
  let end = Math.max(one, other);
  while (start > 0 && isLetter(text, start - 1) && isLetter(text, start)) {
    start -= 1;
  }
  while (end < text.length && isLetter(text, end)) {
    end += 1;
  }
  return trimmed(text, start, end);
}

function trimmed(text: string, start: number, end: number): [start: number, end: number] {
  let from = start;
  let to = end;
  while (from < to && !isLetter(text, from)) {
    from += 1;
  }
  while (to > from && !isLetter(text, to - 1)) {
    to -= 1;
  }
  return [from, to];
}

function isLetter(text: string, at: number): boolean {
  return /\S/u.test(text.charAt(at));
}
