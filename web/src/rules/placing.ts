import { folded } from './names';
import type { Place } from './packet';
import { titleOf } from './uploads';

export type Why = 'number' | 'words' | 'kind' | 'none';

export interface Guess {
  /** Id of an agenda item or a group; empty when nothing fits. */
  place: string;
  why: Why;
  title: string;
}

/** Words that stand in nearly every title and tell nothing apart. */
const EMPTY = new Set([
  'cua',
  'cac',
  'nhung',
  'cho',
  'voi',
  'tai',
  'theo',
  'tren',
  'thuc',
  'hien',
  'noi',
  'dung',
]);

/** Kinds of papers as Decree 30/2020 names them (article 7), and invitations and programmes. */
const KINDS = [
  'giay moi',
  'chuong trinh',
  'nghi quyet',
  'quyet dinh',
  'chi thi',
  'quy che',
  'quy dinh',
  'thong bao',
  'huong dan',
  'ke hoach',
  'phuong an',
  'de an',
  'du an',
  'bao cao',
  'bien ban',
  'to trinh',
  'hop dong',
  'cong van',
  'du thao',
];

/** Half of what an item's title says must stand in the file's name. */
const ENOUGH = 0.5;
/** And it must say clearly more than the next best. */
const MARGIN = 0.15;
const SAID = /(?:^|[^a-z])(?:muc|noi dung|nd|item)\s*0*(\d{1,2})(?!\d)/;
const LEADING = /^0*(\d{1,2})(?=[.\s)-])/;

/** Which item a file belongs to, by its name: a number that it says, the words of an item, its kind, a leading number. */
export function guessPlace(name: string, places: readonly Place[]): Guess {
  const words = plain(name);
  const numbered = (found: RegExpExecArray | null) =>
    places.find(({ number }) => number !== null && number === Number(found?.[1]));
  const said = numbered(SAID.exec(words));
  if (said) {
    return { place: said.id, why: 'number', title: cleaned(name) };
  }
  const byWords = bestByWords(words, places);
  if (byWords) {
    return { place: byWords.id, why: 'words', title: cleaned(name) };
  }
  const leading = numbered(LEADING.exec(words));
  if (leading) {
    return { place: leading.id, why: 'number', title: cleaned(name) };
  }
  const byKind = onlyOfKind(words, places);
  return { place: byKind?.id ?? '', why: byKind ? 'kind' : 'none', title: cleaned(name) };
}

function plain(name: string): string {
  return folded(name.replace(/\.[^.]*$/, '').replace(/[_]+/g, ' ')).trim();
}

/** Without the number that only said where the paper belongs. */
function cleaned(name: string): string {
  const title = titleOf(name);
  const rest = title.replace(/^(?:mục|nội dung|nd|item)?\s*\d{1,2}\s*[.):–-]+\s*/iu, '').trim();
  return rest.length >= 3 ? rest : title;
}

function wordsOf(text: string): string[] {
  const words = folded(text).split(/[^a-z0-9]+/);
  return [...new Set(words.filter(word => word.length >= 2 && !EMPTY.has(word)))];
}

/** A word that stands in many titles weighs little. */
function bestByWords(name: string, places: readonly Place[]): Place | undefined {
  const inName = new Set(wordsOf(name));
  const titles = places.map(place => wordsOf(place.title));
  const weight = (word: string) => 1 / titles.filter(words => words.includes(word)).length;
  const sum = (words: string[]) => words.reduce((total, word) => total + weight(word), 0);
  const ranked = places
    .map((place, index) => {
      const words = titles[index]!;
      const share = sum(words.filter(word => inName.has(word))) / Math.max(sum(words), 1);
      return { place, share };
    })
    .sort((one, other) => other.share - one.share);
  const [best, next] = ranked;
  const clear = best && best.share >= ENOUGH && best.share - (next?.share ?? 0) >= MARGIN;
  return clear ? best.place : undefined;
}

/** The kind that stands first in the name, when exactly one item is about such a paper. */
function onlyOfKind(name: string, places: readonly Place[]): Place | undefined {
  const spaced = name.replaceAll('-', ' ');
  const [kind] = KINDS.filter(one => spaced.includes(one)).sort(
    (one, other) => spaced.indexOf(one) - spaced.indexOf(other),
  );
  const fitting = places.filter(({ title }) => kind && folded(title).includes(kind));
  return fitting.length === 1 ? fitting[0] : undefined;
}
