import type { LitPassage, Quad } from './types';

/** A rectangle in CSS pixels, measured from the top left of its page. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Joins boxes that lie on one line of text; they come in reading order. */
export function joinLines(boxes: Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    if (last && onOneLine(last, box)) {
      lines[lines.length - 1] = union(last, box);
    } else {
      lines.push(box);
    }
  }
  return lines;
}

function onOneLine(a: Box, b: Box): boolean {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  const smaller = Math.min(a.bottom - a.top, b.bottom - b.top);
  return overlap > smaller / 2;
}

function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

/**
 * Widens by a part of the letters' height. The letters measured are those of a substitute font, stretched to the
 * length of the real line, so a word's edge may lie a little beside the printed one.
 */
export function widen(box: Box, part = 0.12): Box {
  const more = Math.min(box.bottom - box.top, box.right - box.left) * part;
  return { ...box, left: box.left - more, right: box.right + more };
}

/** CSS pixels to tenths of a point; `scale` is CSS pixels a point. */
export function toQuad(box: Box, scale: number): Quad {
  const tenths = (pixels: number): number => Math.max(0, Math.round((pixels / scale) * 10));
  return [tenths(box.left), tenths(box.top), tenths(box.right), tenths(box.bottom)];
}

/** The smallest quad around all of them, or null when there are none. */
export function hull(quads: Quad[]): Quad | null {
  const [first, ...rest] = quads;
  if (!first) {
    return null;
  }
  return rest.reduce<Quad>(
    (all, quad) => [
      Math.min(all[0], quad[0]),
      Math.min(all[1], quad[1]),
      Math.max(all[2], quad[2]),
      Math.max(all[3], quad[3]),
    ],
    first,
  );
}

/** How far a point lies outside a quad; 0 inside. Any one unit for all. */
export function distance([left, top, right, bottom]: Quad, x: number, y: number): number {
  const dx = Math.max(left - x, 0, x - right);
  const dy = Math.max(top - y, 0, y - bottom);
  return Math.hypot(dx, dy);
}

/** The mark whose quads lie nearest to the point, not farther than `slop`; the later drawn wins a tie. */
export function nearestMark<Mark extends { quads: Quad[] }>(
  marks: Mark[],
  x: number,
  y: number,
  slop: number,
): Mark | undefined {
  let best: Mark | undefined;
  let least = slop;
  for (const mark of marks) {
    const far = Math.min(...mark.quads.map(quad => distance(quad, x, y)));
    if (far <= least) {
      least = far;
      best = mark;
    }
  }
  return best;
}

/** Where passages stand on one page. */
export function quadsOn(page: number, passages: readonly LitPassage[]): Quad[] {
  return passages.filter(passage => passage.page === page).flatMap(({ quads }) => quads);
}
