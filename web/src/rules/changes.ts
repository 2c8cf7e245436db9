/** What has changed between two versions, as the server tells it; the names are those of icabinet/documents/compare.py. */

/** Unchanged, removed, added, moved away from here, moved here. */
export type Op = '=' | '-' | '+' | '<' | '>';
export type Piece = readonly [op: Op, text: string, cell: boolean];
export type Kind = 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'numbered';

export interface Side {
  page: number;
  quads: [number, number, number, number][];
}

export interface Row {
  kind: Kind;
  pieces: Piece[];
  old: Side | null;
  new: Side | null;
}

export interface Comparison {
  rows: Row[];
  old_words: number;
  new_words: number;
}

/** A changed row with its place among the changes (from 1; 0 when only its number changed), or a stretch without any. */
export type Block =
  | { kind: 'row'; row: Row; index: number; number: number }
  | { kind: 'rest'; rows: Row[]; index: number };

export function blocksOf(rows: readonly Row[]): Block[] {
  const blocks: Block[] = [];
  let number = 0;
  rows.forEach((row, index) => {
    const last = blocks.at(-1);
    if (row.kind === 'same') {
      if (last?.kind === 'rest') {
        last.rows.push(row);
      } else {
        blocks.push({ kind: 'rest', rows: [row], index });
      }
      return;
    }
    const counts = row.kind !== 'numbered';
    number += counts ? 1 : 0;
    blocks.push({ kind: 'row', row, index, number: counts ? number : 0 });
  });
  return blocks;
}

export function changesIn(rows: readonly Row[]): number {
  return rows.filter(row => row.kind !== 'same' && row.kind !== 'numbered').length;
}

/** How many rows there are of each kind, the kinds that are there only. */
export function countsOf(rows: readonly Row[]): [Kind, number][] {
  const kinds: Kind[] = ['changed', 'added', 'removed', 'moved', 'numbered'];
  return kinds
    .map((kind): [Kind, number] => [kind, rows.filter(row => row.kind === kind).length])
    .filter(([, count]) => count > 0);
}

/** Where one version differs from the other, row by row; a row that only got another number does not. */
export function placesOf(rows: readonly Row[], side: 'old' | 'new'): Side[] {
  return rows.filter(row => row.kind !== 'same' && row.kind !== 'numbered').flatMap(row => row[side] ?? []);
}

/** What one version says of a row. */
export function sideOf(pieces: readonly Piece[], side: 'old' | 'new'): Piece[] {
  const left = side === 'old' ? '-<' : '+>';
  return pieces.filter(([op]) => op === '=' || left.includes(op));
}
