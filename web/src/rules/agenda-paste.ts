/** An agenda copied out of Word: a table, or a numbered list. What is read is shown to the secretary before it counts. */

import { folded } from './names';

export interface PastedItem {
  title: string;
  presenter: string;
  minutes: number;
  /** Only a heading over items of its own. */
  heading: boolean;
}

const MOST_MINUTES = 600;
const SPOKEN = /(\d{1,3})\s*(?:phút|phut|ph\b|p\b|['’′])/iu;
const CLOCK = String.raw`(\d{1,2})\s*(?:giờ|gio|h|g|:)\s*(\d{0,2})(?:\s*phút)?`;
const BETWEEN = new RegExp(String.raw`${CLOCK}\s*(?:-|–|—|đến)\s*${CLOCK}`, 'iu');
const PRESENTS = /(?:trình bày|báo cáo|chủ trì|phụ trách|thực hiện)/iu;
const SAID_BEFORE = /^(?:người|đơn vị)?\s*(?:trình bày|báo cáo|chủ trì|phụ trách|thực hiện)\s*:\s*(.+)$/iu;
const TIME_BEFORE = /^(?:thời gian|thời lượng)\s*:\s*(.+)$/iu;
const ROMAN = /^([IVX]{1,5})[.)/]\s*/;
const NUMBER = /^(\d{1,2}(?:\.\d{1,2})*)[.)/]?\s+|^(\d{1,2})[.)/]\s*/;
const LETTER = /^([a-zđ])[.)/]\s*/;
const BULLET = /^[-–—•+*·]\s+/;

/** Minutes that the words tell: "15 phút", "15'", "8h00 - 8h20"; 0 when they tell none. */
export function minutesIn(words: string): number {
  const between = BETWEEN.exec(words);
  if (between) {
    const [from, to] = [at(between[1], between[2]), at(between[3], between[4])];
    return to > from && to - from <= MOST_MINUTES ? to - from : 0;
  }
  const spoken = SPOKEN.exec(words);
  return spoken ? Math.min(Number(spoken[1]), MOST_MINUTES) : 0;
}

function at(hours: string | undefined, minutes: string | undefined): number {
  return Number(hours) * 60 + Number(minutes || 0);
}

type Column = 'number' | 'title' | 'presenter' | 'minutes';
const HEADS: readonly (readonly [Column, RegExp])[] = [
  ['number', /^(?:stt|tt|so tt|so)$/],
  ['minutes', /thoi gian|thoi luong|phut/],
  ['presenter', /trinh bay|bao cao|nguoi|don vi|chu tri|thuc hien|phu trach/],
  ['title', /noi dung|cong viec|chuong trinh|van de/],
];

/** Rows of a table: with a heading row its columns are known, else they are guessed from what stands in them. */
export function fromRows(rows: readonly (readonly string[])[]): PastedItem[] {
  const head = rows.findIndex(row => row.some(cell => /noi dung|cong viec|van de/.test(folded(cell))));
  const columns = head >= 0 ? columnsOf(rows[head]!) : guessed(rows);
  const found = rows.slice(head + 1).flatMap(row => {
    const cell = (column: Column) => tidy(row[columns.indexOf(column)] ?? '');
    const title = withoutNumber(cell('title'));
    return title
      ? [{ mark: cell('number') || cell('title'), item: itemOf(title, cell('presenter'), cell('minutes')) }]
      : [];
  });
  return withHeadings(
    found.map(({ mark, item }) => ({ level: levelOf(`${mark.replace(/[.)]$/, '')}. `), item })),
  );
}

function columnsOf(head: readonly string[]): (Column | '')[] {
  const taken = new Set<Column>();
  return head.map(cell => {
    const found = HEADS.find(([column, words]) => words.test(folded(tidy(cell))) && !taken.has(column));
    if (!found) {
      return '';
    }
    taken.add(found[0]);
    return found[0];
  });
}

function guessed(rows: readonly (readonly string[])[]): (Column | '')[] {
  const width = Math.max(0, ...rows.map(row => row.length));
  const numbered = rows.every(row => /^(?:[IVX]+|\d{1,2}|[a-zđ])?[.)]?$/.test(tidy(row[0] ?? '')));
  const order: Column[] =
    numbered && width > 1 ? ['number', 'title', 'presenter', 'minutes'] : ['title', 'presenter', 'minutes'];
  const times = (column: number) => rows.every(row => !tidy(row[column] ?? '') || timeOf(row[column]!) > 0);
  const place = order.indexOf('presenter');
  if (width === place + 1 && times(place)) {
    order.splice(place, 1);
  }
  return order.slice(0, width);
}

function itemOf(title: string, presenter: string, time: string): PastedItem {
  const inside = inLine(title);
  return {
    title: inside.title.slice(0, 300),
    presenter: (presenter || inside.presenter).slice(0, 300),
    minutes: timeOf(time) || inside.minutes,
    heading: false,
  };
}

/** In a column of times a bare number is minutes. */
function timeOf(words: string): number {
  const bare = /^\s*(\d{1,3})\s*$/.exec(words);
  return bare ? Math.min(Number(bare[1]), MOST_MINUTES) : minutesIn(words);
}

/** Lines of a list: a line without a number goes on with the one before, or tells who presents it and how long. */
export function fromLines(text: string): PastedItem[] {
  const lines = text.split(/\r?\n/).map(tidy).filter(Boolean);
  const numbered = lines.some(line => levelOf(line) > 0);
  const found: { level: number; item: PastedItem }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (numbered && levelOf(line) === 0) {
      last && goOn(last.item, line);
    } else {
      found.push({ level: levelOf(line), item: itemOf(withoutNumber(line), '', '') });
    }
  }
  return withHeadings(found.filter(({ item }) => item.title));
}

function goOn(item: PastedItem, line: string): void {
  const who = SAID_BEFORE.exec(line);
  const long = TIME_BEFORE.exec(line);
  if (who) {
    item.presenter = who[1]!.slice(0, 300);
  } else if (long) {
    item.minutes = timeOf(long[1]!);
  } else {
    item.title = `${item.title} ${line}`.slice(0, 300);
  }
}

/** "Báo cáo kinh tế (Sở Tài chính trình bày, 15 phút)": who and how long stand in brackets or behind a dash. */
function inLine(line: string): { title: string; presenter: string; minutes: number } {
  let title = line;
  let presenter = '';
  const brackets = /\s*\(([^()]+)\)\s*[.;]?$/.exec(title);
  const dash = /\s+[-–—]\s+([^-–—]+?)\s*[.;]?$/.exec(title);
  const minutes = minutesIn(title);
  if (brackets && (PRESENTS.test(brackets[1]!) || minutesIn(brackets[1]!))) {
    title = title.slice(0, brackets.index);
    presenter = whoIn(brackets[1]!);
  } else if (dash && PRESENTS.test(dash[1]!)) {
    title = title.slice(0, dash.index);
    presenter = whoIn(dash[1]!);
  }
  const began = BETWEEN.exec(title);
  title = began?.index === 0 ? title.slice(began[0].length).replace(/^\s*[:.,–-]\s*/, '') : title;
  return { title: title.replace(/[;.]$/, ''), presenter, minutes };
}

function whoIn(words: string): string {
  return words
    .split(/[,;]/)
    .map(part =>
      part
        .replace(SPOKEN, '')
        .replace(BETWEEN, '')
        .replace(PRESENTS, '')
        .replace(/^\s*:\s*/, ''),
    )
    .map(tidy)
    .filter(Boolean)
    .join(', ');
}

/** 0: no number; I is above 1, 1 above 1.1 and a), and those above a dash. */
function levelOf(line: string): number {
  if (ROMAN.test(line)) {
    return 1;
  }
  const number = NUMBER.exec(line);
  if (number) {
    return 1 + (number[1] ?? number[2])!.split('.').length;
  }
  return LETTER.test(line) ? 4 : BULLET.test(line) ? 5 : 0;
}

function withoutNumber(line: string): string {
  return line.replace(ROMAN, '').replace(NUMBER, '').replace(LETTER, '').replace(BULLET, '').trim();
}

function withHeadings(found: readonly { level: number; item: PastedItem }[]): PastedItem[] {
  return found.map(({ level, item }, index) => ({
    ...item,
    heading: level > 0 && (found[index + 1]?.level ?? 0) > level,
  }));
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
