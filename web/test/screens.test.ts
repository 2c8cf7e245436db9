import { expect, test } from 'vitest';
import type { ScreenRecord } from '../src/records';
import { MAIN, nextScreen, screenOf, screenPath, screensOf, windowAround } from '../src/rules/screens';

const screen = (position: number, more: Partial<ScreenRecord> = {}): ScreenRecord => ({
  position,
  name: `Màn hình ${position}`,
  shows: 'clock',
  text: '',
  paper: null,
  page: 1,
  part: 'whole',
  ...more,
});

test('the main screen is always there, first until it is named', () => {
  expect(screensOf(new Map()).map(([id]) => id)).toEqual([MAIN]);
  const two = new Map([['2', screen(0)]]);
  expect(screensOf(two).map(([id]) => id)).toEqual([MAIN, '2']);
  const named = new Map([
    [MAIN, screen(1)],
    ['2', screen(0)],
  ]);
  expect(screensOf(named).map(([id]) => id)).toEqual(['2', MAIN]);
});

test('a screen that nobody set follows the meeting', () => {
  expect(screenOf(new Map(), '2').shows).toBe('automatic');
  expect(screenOf(new Map([['2', screen(0)]]), '2').shows).toBe('clock');
});

test('new screens get the next free number, and an address that says it', () => {
  expect(nextScreen(new Map([['3', screen(0)]]))).toBe('2');
  expect(nextScreen(new Map([['2', screen(0)]]))).toBe('3');
  expect(screenPath('m1', MAIN)).toBe('/screen#m1');
  expect(screenPath('m1', '3')).toBe('/screen#m1/3');
});

test('of a long agenda the lines around the present one are shown', () => {
  const lines = Array.from({ length: 20 }, (_, index) => index);
  expect(windowAround(lines, -1, 6)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(windowAround(lines, 9, 6)).toEqual([8, 9, 10, 11, 12, 13]);
  expect(windowAround(lines, 19, 6)).toEqual([14, 15, 16, 17, 18, 19]);
  expect(windowAround([1, 2], 1, 6)).toEqual([1, 2]);
});
