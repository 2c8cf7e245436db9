/** Where pages lie in the scrolled sheet: pure arithmetic, whole CSS pixels so that pages stay sharp. */

/** A page's size in PDF points. */
export interface Size {
  width: number;
  height: number;
}

/** A page's place in the sheet in CSS pixels. */
export interface Spot {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Stack {
  spots: Spot[];
  width: number;
  height: number;
}

/** A place that survives another scale: a page (from 0) and a fraction of its height. */
export interface Place {
  page: number;
  fraction: number;
}

export const GAP = 12;
const WIDEST_FIT = 1200;

/** The width that most pages of a paper have: wider pages are shrunk to it, so that nothing needs sideways scrolling. */
export function usualWidth(sizes: Size[]): number {
  const widths = sizes.map(size => size.width).sort((a, b) => a - b);
  return widths[Math.floor((widths.length - 1) / 2)] ?? 595;
}

/** CSS pixels a point at which a page of the usual width fills the room. */
export function fitScale(usual: number, room: number): number {
  return Math.max(80, Math.min(room - 2 * GAP, WIDEST_FIT)) / usual;
}

/** Lays the pages below each other, centred in `room` CSS pixels. */
export function stackPages(sizes: Size[], usual: number, scale: number, room: number): Stack {
  const boxes = sizes.map(size => {
    const shrunk = scale * Math.min(1, usual / size.width);
    return { width: Math.round(size.width * shrunk), height: Math.round(size.height * shrunk) };
  });
  const width = Math.max(room, 2 * GAP + Math.max(0, ...boxes.map(box => box.width)));
  let top = GAP;
  const spots = boxes.map(box => {
    const spot = { ...box, left: Math.floor((width - box.width) / 2), top };
    top += box.height + GAP;
    return spot;
  });
  return { spots, width, height: top };
}

/** The page in which the height `y` of the sheet lies; between two pages it is the lower one. */
export function placeAt(spots: Spot[], y: number): Place {
  const found = spots.findIndex(spot => spot.top + spot.height > y);
  const page = found < 0 ? spots.length - 1 : found;
  const spot = spots[page];
  return { page, fraction: spot ? (y - spot.top) / spot.height : 0 };
}

export function heightOf(spots: Spot[], place: Place): number {
  const spot = spots[place.page];
  return spot ? spot.top + place.fraction * spot.height : 0;
}

/** At most `limit` pages (from 0) that touch the window or lie next to it, nearest to its middle first. */
export function nearestPages(spots: Spot[], top: number, height: number, limit: number): number[] {
  const middle = top + height / 2;
  const far = (page: number): number => {
    const spot = spots[page];
    return spot ? Math.max(spot.top - middle, middle - spot.top - spot.height, 0) : Number.POSITIVE_INFINITY;
  };
  const centre = placeAt(spots, middle).page;
  const around = Array.from({ length: 2 * limit + 1 }, (_, step) => centre - limit + step);
  return around
    .filter(page => page >= 0 && page < spots.length)
    .sort((a, b) => far(a) - far(b))
    .slice(0, limit);
}

/** The pages (from 0) of which at least half lies in the window, or that take up at least half of it. */
export function pagesInSight(spots: Spot[], top: number, height: number): number[] {
  const first = placeAt(spots, top).page;
  const found: number[] = [];
  for (let page = Math.max(0, first); page < spots.length && spots[page]!.top < top + height; page += 1) {
    const spot = spots[page]!;
    const seen = Math.min(spot.top + spot.height, top + height) - Math.max(spot.top, top);
    if (seen >= Math.min(spot.height, height) / 2) {
      found.push(page);
    }
  }
  return found;
}

/** The smallest zoom: never more than four pages below each other in the window, and never above the fit. */
export function leastZoom(pageHeight: number, windowHeight: number): number {
  return Math.min(1, Math.max(0.25, windowHeight / 4 / Math.max(1, pageHeight + GAP)));
}
