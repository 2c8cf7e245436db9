/** A place of the pen: x and y in tenths of a PDF point from the page's top left, pressure from 0 to 255. */
export type InkPoint = [x: number, y: number, pressure: number];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map([...LETTERS].map((letter, value) => [letter, value]));
/** A change of pressure counts as much as a way of so many times fewer tenths of a point. */
const PRESSURE_SHARE = 8;
/** Tenths of a point, a tenth of a millimetre: finer than a hand writes. */
const TOLERANCE = 3;

/**
 * Writes the differences between neighbouring points: zigzag numbers in groups of five bits, a letter for a group.
 * The server reads the same (icabinet/domain/ink.py).
 */
export function pack(points: readonly InkPoint[]): string {
  let written = '';
  let last: InkPoint = [0, 0, 0];
  for (const point of points) {
    for (let part = 0; part < 3; part += 1) {
      written += numberWritten(point[part]! - last[part]!);
    }
    last = point;
  }
  return written;
}

function numberWritten(difference: number): string {
  let zigzag = difference < 0 ? -2 * difference - 1 : 2 * difference;
  let letters = '';
  while (zigzag > 31) {
    letters += LETTERS[32 | (zigzag & 31)];
    zigzag >>>= 5;
  }
  return letters + LETTERS[zigzag];
}

export function unpack(written: string): InkPoint[] {
  const numbers = numbersIn(written);
  const points: InkPoint[] = [];
  let [x, y, pressure] = [0, 0, 0];
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    x += numbers[at]!;
    y += numbers[at + 1]!;
    pressure += numbers[at + 2]!;
    points.push([x, y, pressure]);
  }
  return points;
}

function numbersIn(written: string): number[] {
  const numbers: number[] = [];
  let zigzag = 0;
  let shift = 0;
  for (const letter of written) {
    const value = VALUES.get(letter) ?? 0;
    zigzag |= (value & 31) << shift;
    if (value & 32) {
      shift += 5;
    } else {
      numbers.push(zigzag & 1 ? -((zigzag + 1) >>> 1) : zigzag >>> 1);
      zigzag = 0;
      shift = 0;
    }
  }
  return numbers;
}

/**
 * Leaves points out that lie nearer than `tolerance` to the line through those that stay (Ramer, Douglas and Peucker),
 * with the pressure as a third dimension.
 */
export function simplify(points: readonly InkPoint[], tolerance = TOLERANCE): InkPoint[] {
  const keep = new Uint8Array(points.length).fill(0);
  keep[0] = 1;
  keep[points.length - 1] = 1;
  const parts: [number, number][] = [[0, points.length - 1]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [from, to] = part;
    const [at, far] = farthest(points, from, to);
    if (far > tolerance * tolerance) {
      keep[at] = 1;
      parts.push([from, at], [at, to]);
    }
  }
  return points.filter((_, index) => keep[index]);
}

/** The point between two that is farthest from their line, and the square of how far it is. */
function farthest(points: readonly InkPoint[], from: number, to: number): [at: number, far: number] {
  const start = points[from]!;
  const line = between(start, points[to]!);
  const length = dot(line, line);
  let found: [number, number] = [from, 0];
  for (let index = from + 1; index < to; index += 1) {
    const way = between(start, points[index]!);
    const along = length ? Math.min(1, Math.max(0, dot(way, line) / length)) : 0;
    const off: InkPoint = [way[0] - along * line[0], way[1] - along * line[1], way[2] - along * line[2]];
    const far = dot(off, off);
    if (far > found[1]) {
      found = [index, far];
    }
  }
  return found;
}

function between(from: InkPoint, to: InkPoint): InkPoint {
  return [to[0] - from[0], to[1] - from[1], (to[2] - from[2]) / PRESSURE_SHARE];
}

function dot(one: InkPoint, other: InkPoint): number {
  return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
}
