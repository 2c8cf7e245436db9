import { expect, test } from 'vitest';
import { distance, hull, joinLines, nearestMark, toQuad, widen } from '../../src/paper/geometry';
import type { Quad } from '../../src/paper/types';

const box = (left: number, top: number, right: number, bottom: number) => ({ left, top, right, bottom });

test('the runs of one line become one box, the next line starts another', () => {
  const bold = box(60, 10, 100, 26);
  const parts = [box(10, 11, 58, 25), bold, box(10, 31, 40, 46), box(42, 30, 80, 46)];
  expect(joinLines(parts)).toEqual([box(10, 10, 100, 26), box(10, 30, 80, 46)]);
});

test('a raised footnote sign stays on its line', () => {
  expect(joinLines([box(10, 10, 90, 26), box(90, 8, 95, 17)])).toHaveLength(1);
});

test('lines set so tightly that their boxes touch stay apart', () => {
  expect(joinLines([box(10, 10, 90, 26), box(10, 22, 90, 38)])).toHaveLength(2);
});

test('quads are whole tenths of a point and never leave the page to the left', () => {
  expect(toQuad(box(-1.5, 10, 100, 26), 2)).toEqual([0, 50, 500, 130]);
  expect(toQuad(box(1, 1, 2, 2), 1.3).every(Number.isInteger)).toBe(true);
});

test('a widened box grows sideways only', () => {
  expect(widen(box(50, 0, 90, 20), 0.1)).toEqual(box(48, 0, 92, 20));
});

test('the hull of passages on several lines holds them all, and of none is none', () => {
  expect(
    hull([
      [300, 100, 900, 120],
      [100, 120, 400, 140],
    ]),
  ).toEqual([100, 100, 900, 140]);
  expect(hull([])).toBeNull();
});

test('a tap beside a short mark still finds it, a far one does not, the nearer mark wins', () => {
  const marks: { id: string; quads: Quad[] }[] = [
    { id: 'left', quads: [[100, 100, 200, 120]] },
    { id: 'right', quads: [[260, 100, 300, 120]] },
  ];
  expect(distance([100, 100, 200, 120], 150, 110)).toBe(0);
  expect(nearestMark(marks, 210, 130, 50)?.id).toBe('left');
  expect(nearestMark(marks, 250, 110, 50)?.id).toBe('right');
  expect(nearestMark(marks, 150, 400, 50)).toBeUndefined();
});
