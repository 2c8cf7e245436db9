import { GAP, type Spot } from './layout';

/** What a window shows of a page: left, top, right, bottom in thousandths of the page. */
export type Part = [left: number, top: number, right: number, bottom: number];

export interface Shown {
  /** 1 is the first page. */
  page: number;
  part: Part;
}

/** The window over the sheet, in CSS pixels. */
export interface Window {
  left: number;
  top: number;
  width: number;
  height: number;
}

export const WHOLE: Part = [0, 0, 1000, 1000];
/** A page of which so much of the width is in sight counts as not zoomed into. */
const FULL = 950;
/** A part is never taken for smaller than this, whatever is said: the zoom stays within bounds. */
const LEAST = 50;

/** The part of a page that lies in the window. */
export function partOf(spot: Spot, window: Window): Part {
  const thousandths = (pixels: number, size: number): number =>
    Math.round(Math.min(1, Math.max(0, pixels / Math.max(1, size))) * 1000);
  return [
    thousandths(window.left - spot.left, spot.width),
    thousandths(window.top - spot.top, spot.height),
    thousandths(window.left + window.width - spot.left, spot.width),
    thousandths(window.top + window.height - spot.top, spot.height),
  ];
}

export function isZoomed([left, , right]: Part): boolean {
  return right - left < FULL;
}

/**
 * How many times the fitting width a window must show to be filled by the part. A window of another shape shows more
 * than the part, never less; a page that is not zoomed into fits the window's width.
 */
export function zoomFor(part: Part, page: { width: number; height: number }, window: Window): number {
  if (!isZoomed(part)) {
    return 1;
  }
  const across = window.width / ((Math.max(LEAST, part[2] - part[0]) / 1000) * page.width);
  const down = window.height / ((Math.max(LEAST, part[3] - part[1]) / 1000) * page.height);
  return Math.max(1, Math.min(across, down));
}

/** Where the window must stand: the part in its middle, or the page's top at its own when that was in sight. */
export function cornerFor(part: Part, spot: Spot, window: Window): { left: number; top: number } {
  const middle = (from: number, to: number): number => (from + to) / 2000;
  const left = spot.left + middle(part[0], part[2]) * spot.width - window.width / 2;
  const top = spot.top + middle(part[1], part[3]) * spot.height - window.height / 2;
  return { left, top: part[1] === 0 ? spot.top - GAP / 2 : top };
}

/** True when nobody could see a difference. */
export function sameView(one: Shown | null, other: Shown | null): boolean {
  return one?.page === other?.page && String(one?.part) === String(other?.part);
}
