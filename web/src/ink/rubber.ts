import type { InkPoint } from './points';

/** What is shorter is a speck, and goes with the part that was rubbed out; tenths of a point. */
const SPECK = 4;

type Place = readonly [x: number, y: number];
/** From where to where on a line, as shares of its length. */
type Span = readonly [from: number, to: number];

/**
 * The parts of a stroke that are left when a round eraser is moved over it from one place to another; null when it does
 * not touch it. Everything in tenths of a point.
 */
export function rubbed(
  points: readonly InkPoint[],
  width: number,
  from: Place,
  to: Place,
  radius: number,
): InkPoint[][] | null {
  const way = new Way(from, to, radius + width / 2);
  if (points.length === 1) {
    return way.over(points[0]!, points[0]!) ? [] : null;
  }
  const parts: InkPoint[][] = [[points[0]!]];
  let touched = false;
  for (let at = 1; at < points.length; at += 1) {
    const [start, end] = [points[at - 1]!, points[at]!];
    const span = way.over(start, end);
    if (span) {
      touched = true;
      parts.at(-1)!.push(between(start, end, span[0]));
      parts.push([between(start, end, span[1])]);
    }
    parts.at(-1)!.push(end);
  }
  return touched ? parts.map(withoutRests).filter(part => lengthOf(part) >= SPECK) : null;
}

/** The eraser's way: everything nearer to a line than `reach`. It is convex, so it meets a line in one piece. */
class Way {
  private readonly length: number;
  private readonly along: Place;

  constructor(
    private readonly from: Place,
    private readonly to: Place,
    private readonly reach: number,
  ) {
    this.length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    this.along = this.length ? [(to[0] - from[0]) / this.length, (to[1] - from[1]) / this.length] : [1, 0];
  }

  over(start: InkPoint, end: InkPoint): Span | null {
    const found = [
      roundAt(this.from, this.reach, start, end),
      roundAt(this.to, this.reach, start, end),
      this.inside(start, end),
    ].filter(span => span !== null);
    return found.length ? [Math.min(...found.map(([a]) => a)), Math.max(...found.map(([, b]) => b))] : null;
  }

  /** Between its two ends: a rectangle, seen from its own corner. */
  private inside(start: InkPoint, end: InkPoint): Span | null {
    const [ax, ay] = this.turned(start);
    const [bx, by] = this.turned(end);
    const across = within(ay, by, -this.reach, this.reach);
    const lengthwise = within(ax, bx, 0, this.length);
    return across && lengthwise ? common(across, lengthwise) : null;
  }

  private turned([x, y]: InkPoint): Place {
    const [dx, dy] = [x - this.from[0], y - this.from[1]];
    return [dx * this.along[0] + dy * this.along[1], dy * this.along[0] - dx * this.along[1]];
  }
}

/** Where the line is inside a circle. */
function roundAt([cx, cy]: Place, radius: number, start: InkPoint, end: InkPoint): Span | null {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const [sx, sy] = [start[0] - cx, start[1] - cy];
  const square = dx * dx + dy * dy;
  const off = sx * sx + sy * sy - radius * radius;
  if (square === 0) {
    return off <= 0 ? [0, 1] : null;
  }
  const half = (sx * dx + sy * dy) / square;
  const root = half * half - off / square;
  return root < 0 ? null : common([-half - Math.sqrt(root), -half + Math.sqrt(root)], [0, 1]);
}

/** Where a number that goes evenly from one to another is between two bounds. */
function within(from: number, to: number, least: number, most: number): Span | null {
  if (from === to) {
    return from >= least && from <= most ? [0, 1] : null;
  }
  const [one, other] = [(least - from) / (to - from), (most - from) / (to - from)];
  return common([Math.min(one, other), Math.max(one, other)], [0, 1]);
}

function common(one: Span, other: Span): Span | null {
  const span: Span = [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
  return span[0] <= span[1] ? span : null;
}

function between(start: InkPoint, end: InkPoint, share: number): InkPoint {
  const at = (part: 0 | 1 | 2) => Math.round(start[part] + (end[part] - start[part]) * share);
  return [at(0), at(1), at(2)];
}

/** A cut at a point leaves it twice. */
function withoutRests(part: InkPoint[]): InkPoint[] {
  return part.filter(([x, y], at) => at === 0 || x !== part[at - 1]![0] || y !== part[at - 1]![1]);
}

function lengthOf(part: readonly InkPoint[]): number {
  return part.reduce((sum, [x, y], at) => {
    const last = part[Math.max(0, at - 1)]!;
    return sum + Math.hypot(x - last[0], y - last[1]);
  }, 0);
}
