/** Finding words on a page, with or without the marks of Vietnamese letters; pure. */

export interface Found {
  /** Where in the page's text the words begin and end. */
  start: number;
  end: number;
}

export interface Hit extends Found {
  page: number;
  /** Its number on its page, from 0. */
  nth: number;
  /** What stands before, the words themselves, and what follows. */
  context: [before: string, words: string, after: string];
}

/** Hits that are listed; a paper with more is told to be searched for more words. */
export const MOST_HITS = 500;
const AROUND = 36;
const CLUSTER = /\P{M}\p{M}*/gu;

interface Folded {
  text: string;
  /** For each letter of `text` where it stands in the original; one more for the end. */
  at: number[];
}

/** Lower case, one space for any white space; without marks too when `plain`. */
function folded(text: string, plain: boolean): Folded {
  let found = '';
  const at: number[] = [];
  for (const match of text.matchAll(CLUSTER)) {
    const letters = foldedCluster(match[0], plain);
    if (letters === ' ' && (found === '' || found.endsWith(' '))) {
      continue;
    }
    found += letters;
    for (let count = 0; count < letters.length; count += 1) {
      at.push(match.index);
    }
  }
  at.push(text.length);
  return { text: found, at };
}

function foldedCluster(cluster: string, plain: boolean): string {
  if (/^\s/u.test(cluster)) {
    return ' ';
  }
  if (cluster === '\u00ad') {
    return ''; // a hyphen that is only shown at a line's end
  }
  const lower = cluster.toLowerCase();
  return plain ? lower.normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd') : lower.normalize('NFC');
}

/** True when words without marks were typed: they find letters with any marks. */
function isPlain(words: string): boolean {
  return folded(words, true).text === folded(words, false).text;
}

/** Where the words stand in the text, one after the other; nothing for less than two letters. */
export function findAll(text: string, words: string): Found[] {
  const plain = isPlain(words);
  const wanted = folded(words, plain).text.trim();
  if (wanted.length < 2) {
    return [];
  }
  const place = folded(text, plain);
  const found: Found[] = [];
  for (let at = place.text.indexOf(wanted); at >= 0; at = place.text.indexOf(wanted, at + wanted.length)) {
    found.push({ start: place.at[at]!, end: place.at[at + wanted.length]! });
  }
  return found;
}

/** The hits of one page with what stands around them, in whole words. */
export function hitsOn(page: number, text: string, words: string): Hit[] {
  return findAll(text, words).map(({ start, end }, nth) => ({
    page,
    nth,
    start,
    end,
    context: [before(text, start), inLine(text.slice(start, end)).trim(), after(text, end)],
  }));
}

function before(text: string, start: number): string {
  const from = Math.max(0, start - AROUND);
  const said = inLine(text.slice(from, start));
  return from > 0 ? said.replace(/^\S*\s/u, '… ') : said;
}

function after(text: string, end: number): string {
  const to = end + AROUND;
  const said = inLine(text.slice(end, to));
  return to < text.length ? said.replace(/\s\S*$/u, ' …') : said;
}

function inLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
