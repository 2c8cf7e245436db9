import { expect, test } from 'vitest';
import {
  fitScale,
  GAP,
  heightOf,
  leastZoom,
  nearestPages,
  placeAt,
  stackPages,
  usualWidth,
} from '../../src/paper/layout';

const A4 = { width: 595, height: 842 };
const A3_LYING = { width: 1191, height: 842 };
const PACKET = [A4, A3_LYING, A4, A4, A4];

test('pages of other sizes keep their shape, and none is wider than the window at the fit', () => {
  const scale = fitScale(usualWidth(PACKET), 820);
  const { spots, width, height } = stackPages(PACKET, usualWidth(PACKET), scale, 820);
  expect(width).toBe(820);
  expect(spots[1]?.width).toBe(spots[0]?.width);
  expect(spots[1]!.height / spots[1]!.width).toBeCloseTo(842 / 1191, 2);
  expect(spots.at(-1)!.top + spots.at(-1)!.height + GAP).toBe(height);
});

test('zoomed in, the sheet grows sideways and stays centred', () => {
  const { spots, width } = stackPages(PACKET, 595, 3, 820);
  expect(width).toBe(595 * 3 + 2 * GAP);
  expect(spots[0]?.left).toBe(GAP);
});

test('a place survives another scale', () => {
  const small = stackPages(PACKET, 595, 1, 820).spots;
  const large = stackPages(PACKET, 595, 2.5, 820).spots;
  const place = placeAt(small, small[3]!.top + 421);
  expect(place).toEqual({ page: 3, fraction: 0.5 });
  expect(heightOf(large, place)).toBeCloseTo(large[3]!.top + large[3]!.height / 2, 0);
});

test('between two pages one is on the lower one, below all on the last', () => {
  const { spots, height } = stackPages(PACKET, 595, 1, 820);
  expect(placeAt(spots, spots[2]!.top - 1).page).toBe(2);
  expect(placeAt(spots, height + 500).page).toBe(PACKET.length - 1);
});

test('never more pages are near than may be drawn, and the one in the middle comes first', () => {
  const many = Array.from({ length: 300 }, () => A4);
  const { spots } = stackPages(many, 595, 1, 820);
  const near = nearestPages(spots, spots[100]!.top, 842, 5);
  expect(near).toHaveLength(5);
  expect(near[0]).toBe(100);
  expect([...near].sort((a, b) => a - b)).toEqual([98, 99, 100, 101, 102]);
  expect(nearestPages(spots, 0, 842, 5)).toContain(4);
  expect(nearestPages([], 0, 842, 5)).toEqual([]);
});

test('zoomed out, no more than five pages fit into the window', () => {
  const scale = fitScale(595, 820) * leastZoom(842 * fitScale(595, 820), 1100);
  const { spots } = stackPages(
    Array.from({ length: 30 }, () => A4),
    595,
    scale,
    820,
  );
  const seen = spots.filter(spot => spot.top < 5000 + 1100 && spot.top + spot.height > 5000);
  expect(seen.length).toBeLessThanOrEqual(5);
});

test('the usual width is that of most pages', () => {
  expect(usualWidth([A3_LYING, A4, A4])).toBe(595);
  expect(usualWidth([A4])).toBe(595);
});
