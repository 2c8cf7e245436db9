/** The plan of a room as a grid of cells, and the names of its seats; the server counts by the same rule. */

import type { MemberRecord, SeatRecord } from '../records';

export type Cell = 'o' | '.' | '#';
export const SEAT = 'o';
export const GAP = '.';
export const STAGE = '#';

export interface SeatPlace {
  name: string;
  line: number;
  column: number;
}

/** Every seat, from the first line on, each line from the left. Lines that hold seats are lettered A, B, … */
export function places(rows: readonly string[]): SeatPlace[] {
  const found: SeatPlace[] = [];
  let lettered = 0;
  for (const [line, row] of rows.entries()) {
    if (row.includes(SEAT)) {
      const letters = rowLetters(lettered);
      lettered += 1;
      let number = 0;
      for (const [column, cell] of [...row].entries()) {
        if (cell === SEAT) {
          number += 1;
          found.push({ name: `${letters}${number}`, line, column });
        }
      }
    }
  }
  return found;
}

/** 0 is A, 25 is Z, 26 is AA. */
export function rowLetters(number: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const first = Math.floor(number / letters.length);
  return (first ? letters[first - 1]! : '') + letters[number % letters.length]!;
}

/** The letters of each line, empty for lines without a seat. */
export function lineLetters(rows: readonly string[]): string[] {
  let lettered = 0;
  return rows.map(row => {
    if (!row.includes(SEAT)) {
      return '';
    }
    lettered += 1;
    return rowLetters(lettered - 1);
  });
}

export interface Area {
  line: number;
  column: number;
  lines: number;
  columns: number;
}

/** The rectangle that holds all cells of the stage. */
export function stageOf(rows: readonly string[]): Area | undefined {
  const cells = rows.flatMap((row, line) =>
    [...row].flatMap((cell, column) => (cell === STAGE ? [{ line, column }] : [])),
  );
  if (cells.length === 0) {
    return undefined;
  }
  const [lines, columns] = [cells.map(cell => cell.line), cells.map(cell => cell.column)];
  const [line, column] = [Math.min(...lines), Math.min(...columns)];
  return { line, column, lines: Math.max(...lines) - line + 1, columns: Math.max(...columns) - column + 1 };
}

type Members = ReadonlyMap<string, MemberRecord>;
type Seats = ReadonlyMap<string, SeatRecord>;

/** Seat → who sits there: a substitute on the seat of the person he stands for. */
export function sitters(seats: Seats, members: Members): Map<string, string> {
  const found = new Map<string, string>();
  for (const [user, { seat }] of seats) {
    found.set(seat, members.get(user)?.substitute || user);
  }
  return found;
}

export function seatOf(user: string, seats: Seats, members: Members): string | undefined {
  return seats.get(members.get(user)?.stands_for || user)?.seat;
}

/** Members who need a seat: everybody but the screens, and substitutes, who take that of another. */
export function seatable(member: MemberRecord): boolean {
  return member.role !== 'screen' && !member.stands_for;
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

interface Spot {
  line: number;
  column: number;
}

/**
 * The cell that an arrow key leads to, Home and End to the ends of the line. Upwards and downwards the nearest column
 * of the next line that has cells; undefined where there is none.
 */
export function neighbour<Place extends Spot>(
  all: readonly Place[],
  from: Place,
  key: string,
): Place | undefined {
  const here = all.filter(({ line }) => line === from.line);
  if (key === 'Home' || key === 'End') {
    return key === 'Home' ? here[0] : here.at(-1);
  }
  const [down, right] = STEPS[key] ?? [0, 0];
  if (right) {
    const beyond = here.filter(({ column }) => (column - from.column) * right > 0);
    return right > 0 ? beyond[0] : beyond.at(-1);
  }
  if (!down) {
    return undefined;
  }
  const lines = all.map(({ line }) => line).filter(line => (line - from.line) * down > 0);
  if (lines.length === 0) {
    return undefined;
  }
  const next = down > 0 ? Math.min(...lines) : Math.max(...lines);
  const away = ({ column }: Spot) => Math.abs(column - from.column);
  return all
    .filter(({ line }) => line === next)
    .reduce((best, place) => (away(place) < away(best) ? place : best));
}
