/** Headings of an administrative paper, found in its words where the file has no outline of its own; pure. */

export interface Heading {
  title: string;
  page: number;
  /** 0 is the outermost. */
  depth: number;
}

/** The parts of a legal text from the largest to the smallest (Decree 30/2020/NĐ-CP, annex I, part II). */
const KINDS = ['phần', 'phụ lục', 'chương', 'mục', 'điều'] as const;
const DEPTHS: Record<(typeof KINDS)[number], number> = { phần: 0, 'phụ lục': 0, chương: 1, mục: 2, điều: 3 };
const NUMBERED = /^(phần|phụ lục|chương|mục|điều)\s+((?:thứ\s+)?[\p{L}\d]{1,12})\s*([.:)–-]?)\s*(.*)$/iu;
const ROMAN = /^[IVXL]{1,6}\.\s+\p{Lu}/u;
const LONGEST = 140;

/** The headings of one page, in their order. */
export function headingsOn(page: number, text: string): Heading[] {
  const lines = text
    .normalize('NFC')
    .split('\n')
    .map(line => line.replace(/\s+/gu, ' ').trim());
  return lines.flatMap((line, at) => {
    const depth = depthOf(line);
    return depth === null ? [] : [{ title: titleOf(line, lines[at + 1] ?? ''), page, depth }];
  });
}

/** A sentence that only begins by naming an article ("Điều 5 Luật này quy định…") is no heading. */
function depthOf(line: string): number | null {
  if (line.length > LONGEST) {
    return null;
  }
  if (ROMAN.test(line)) {
    return 1;
  }
  const parts = NUMBERED.exec(line);
  if (!parts) {
    return null;
  }
  const [, kind = '', number = '', mark = '', rest = ''] = parts;
  const isNumber = /^(\d+\p{L}?|[IVXLC]+|thứ .+)$/u.test(number);
  const alone = rest === '' || mark !== '' || rest === rest.toUpperCase();
  return isNumber && alone && /^\p{Lu}/u.test(kind)
    ? DEPTHS[kind.toLowerCase() as keyof typeof DEPTHS]
    : null;
}

/** "Chương I" has its words on the next line. */
function titleOf(line: string, next: string): string {
  const bare = /^(phần|phụ lục|chương|mục)\s+\S+(\s+\S+)?$/iu.test(line);
  return bare && next && next.length <= LONGEST && depthOf(next) === null ? `${line}. ${next}` : line;
}

/** The depths used, closed up: a paper with articles alone has them at the outermost level. */
export function levelled(headings: Heading[]): Heading[] {
  const used = [...new Set(headings.map(({ depth }) => depth))].sort((a, b) => a - b);
  return headings.map(heading => ({ ...heading, depth: used.indexOf(heading.depth) }));
}
