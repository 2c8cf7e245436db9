/** Drawing the plan of a room, and reading one that was pasted. */

import { folded } from './names';
import { type Cell, GAP, SEAT, STAGE } from './seats';

export type Grid = readonly string[];

/** Lines of a grid, and cells of a line. */
export const MOST_LINES = 60;

/** So many lines of so many seats behind a stage. */
export function newGrid(lines: number, columns: number): string[] {
  return [STAGE.repeat(columns), GAP.repeat(columns), ...Array<string>(lines).fill(SEAT.repeat(columns))];
}

export function withCell(rows: Grid, line: number, column: number, cell: Cell): string[] {
  return rows.map((row, place) =>
    place === line ? row.slice(0, column) + cell + row.slice(column + 1) : row,
  );
}

/** A new last line like the one before it. */
export function withLine(rows: Grid): string[] {
  return rows.length < MOST_LINES ? [...rows, rows.at(-1) ?? SEAT] : [...rows];
}

/** A new last column like the one before it. */
export function withColumn(rows: Grid): string[] {
  return (rows[0]?.length ?? 0) < MOST_LINES ? rows.map(row => row + (row.at(-1) ?? SEAT)) : [...rows];
}

export function withoutLine(rows: Grid): string[] {
  return rows.length > 1 ? rows.slice(0, -1) : [...rows];
}

export function withoutColumn(rows: Grid): string[] {
  return (rows[0]?.length ?? 0) > 1 ? rows.map(row => row.slice(0, -1)) : [...rows];
}

export const NEXT: Record<Cell, Cell> = { o: '.', '.': '#', '#': 'o' };

/** What is wrong with a pasted grid; lines and columns are counted from 1. */
export type GridFault =
  | { what: 'empty' | 'no-seat' | 'too-many-lines' | 'too-wide' }
  | { what: 'cell'; line: number; column: number; said: string };

export interface ReadGrid {
  rows: string[];
  faults: GridFault[];
}

/**
 * A grid of letters, or a table with tabs, semicolons or commas. Seats: x, o, 1 or a seat's own name (A12); gaps:
 * empty, a dot, a hyphen, 0; the stage: #. Short lines are filled up with gaps.
 */
export function readGrid(text: string): ReadGrid {
  const lines = text
    .replace(/\r/g, '')
    .replace(/^\n+|\s+$/g, '')
    .split('\n');
  if (!lines.some(line => line.trim())) {
    return { rows: [], faults: [{ what: 'empty' }] };
  }
  const separator = ['\t', ';', ','].find(mark => text.includes(mark));
  const cells = lines.map(line => (separator ? line.split(separator) : [...line.trimEnd()]));
  const width = Math.max(...cells.map(row => row.length));
  const faults: GridFault[] = [];
  const rows = cells.map((row, line) =>
    Array.from({ length: width }, (_, column) => {
      const said = (row[column] ?? '').trim().replace(/^"(.*)"$/, '$1');
      const cell = cellOf(said);
      if (!cell) {
        faults.push({ what: 'cell', line: line + 1, column: column + 1, said });
      }
      return cell ?? GAP;
    }).join(''),
  );
  return { rows, faults: [...faults, ...wholeFaults(rows, width)] };
}

function wholeFaults(rows: Grid, width: number): GridFault[] {
  const found: GridFault[] = [];
  if (rows.length > MOST_LINES) {
    found.push({ what: 'too-many-lines' });
  }
  if (width > MOST_LINES) {
    found.push({ what: 'too-wide' });
  }
  if (!rows.some(row => row.includes(SEAT))) {
    found.push({ what: 'no-seat' });
  }
  return found;
}

function cellOf(said: string): Cell | undefined {
  const word = folded(said);
  if (['', '.', '-', '_', '0'].includes(word)) {
    return GAP;
  }
  if (['#', '=', 's', 'buc', 'san khau'].includes(word)) {
    return STAGE;
  }
  return ['x', 'o', 'ghe'].includes(word) || /^[a-z]{0,2}[1-9][0-9]{0,2}$/.test(word) ? SEAT : undefined;
}
