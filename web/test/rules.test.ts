import { expect, test } from 'vitest';
import { language } from '../src/i18n';
import { number, percent, size } from '../src/rules/figures';
import { compareNames, folded, matches } from '../src/rules/names';
import { countdown, date, elapsed, exactTime, longDate, time, urgency } from '../src/rules/time';

const morning = Date.UTC(2026, 10, 21, 1, 5, 7);

test('times are the city clock, whatever the tablet believes', () => {
  expect(time(morning)).toBe('08:05');
  expect(exactTime(morning)).toBe('08:05:07');
  expect(date(morning)).toBe('21/11/2026');
  expect(longDate(morning)).toBe('Thứ bảy, 21/11/2026');
  expect(longDate(Date.UTC(2026, 10, 21, 18))).toBe('Chủ nhật, 22/11/2026');
  expect(time(Date.UTC(2026, 10, 21, 17, 0))).toBe('00:00');
});

test('the day of the week is in the language of the page', () => {
  language.value = 'en';
  expect(longDate(morning)).toBe('Saturday, 21/11/2026');
  language.value = 'vi';
  expect(longDate(morning)).toBe('Thứ bảy, 21/11/2026');
});

test('a countdown shows what is left and goes below zero', () => {
  expect(countdown(134_000, 0)).toBe('02:14');
  expect(countdown(134_000, 500)).toBe('02:14');
  expect(countdown(134_000, -40)).toBe('02:14');
  expect(countdown(0, 5000)).toBe('-00:05');
  expect(countdown(3_600_000, 0)).toBe('60:00');
  expect(elapsed(125_999)).toBe('02:05');
});

test('the last half minute is urgent', () => {
  expect(urgency(31_000, 0)).toBe('calm');
  expect(urgency(30_000, 0)).toBe('soon');
  expect(urgency(0, 0)).toBe('over');
});

test('percents are written as in the minutes', () => {
  expect(percent(10, 12)).toBe('83,3 %');
  expect(percent(1, 2)).toBe('50 %');
  expect(percent(2, 3)).toBe('66,7 %');
  expect(percent(0, 0)).toBe('0 %');
});

test('numbers and sizes are grouped the Vietnamese way', () => {
  expect(number(1234.5)).toBe('1.234,5');
  expect(size(264 * 1024)).toBe('264 KB');
  expect(size(10.7 * 1024 * 1024)).toBe('10,7 MB');
  expect(size(3)).toBe('1 KB');
});

test('people are sorted by given name in Vietnamese order', () => {
  const names = ['Trần Văn Đức', 'Nguyễn Thị Ân', 'Lê Văn An', 'Phạm Minh Dũng', 'Bùi Văn An'];
  expect([...names].sort(compareNames)).toEqual([
    'Bùi Văn An',
    'Lê Văn An',
    'Nguyễn Thị Ân',
    'Phạm Minh Dũng',
    'Trần Văn Đức',
  ]);
});

test('searching ignores marks and the order of words', () => {
  expect(folded('Đề án 06')).toBe('de an 06');
  expect(matches('Sơ kết 6 tháng thực hiện Đề án 06', 'de an so ket')).toBe(true);
  expect(matches('Sơ kết 6 tháng', 'nghị quyết')).toBe(false);
});
