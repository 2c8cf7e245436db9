import { expect, test } from 'vitest';
import { byDay, monthOf, moved, plus, plusMonths, weekOf } from '../src/rules/calendar';
import { ALL, fits, unitsOf } from '../src/rules/find';
import { endOf, momentOf } from '../src/rules/moments';

test('weeks begin on Monday and months are whole weeks', () => {
  expect(weekOf('2026-11-22')).toEqual([
    '2026-11-16',
    '2026-11-17',
    '2026-11-18',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ]);
  const november = monthOf('2026-11-22');
  expect([november.length, november[0]![0], november.at(-1)!.at(-1)]).toEqual([
    6,
    '2026-10-26',
    '2026-12-06',
  ]);
  expect(monthOf('2027-02-10').flat()).toHaveLength(28);
});

test('a step over the end of a month stays in the next one', () => {
  expect(plusMonths('2027-01-31', 1)).toBe('2027-02-28');
  expect(plusMonths('2026-12-31', 2)).toBe('2027-02-28');
  expect(plusMonths('2027-03-31', -1)).toBe('2027-02-28');
  expect(plus('2026-12-31', 1)).toBe('2027-01-01');
});

test('arrow keys move over the grid', () => {
  expect(moved('2026-11-22', 'ArrowRight')).toBe('2026-11-23');
  expect(moved('2026-11-22', 'ArrowUp')).toBe('2026-11-15');
  expect(moved('2026-11-18', 'Home')).toBe('2026-11-16');
  expect(moved('2026-11-18', 'End')).toBe('2026-11-22');
  expect(moved('2026-11-18', 'Enter')).toBeNull();
});

test('a meeting late in the evening stands on its own day in Hà Nội', () => {
  const late = { id: 'b', starts_at: momentOf('2026-11-22', '23:30') };
  const early = { id: 'a', starts_at: momentOf('2026-11-22', '07:00') };
  expect([...byDay([late, early])]).toEqual([['2026-11-22', [early, late]]]);
  expect(endOf('2026-11-22', '01:00', late.starts_at)).toBe(momentOf('2026-11-23', '01:00'));
});

const card = {
  title: 'Họp giao ban',
  place: 'Phòng 1',
  agency: 'Sở Nội vụ',
  starts_at: momentOf('2026-11-22', '08:00'),
  state: 'paused' as const,
  called_off: '',
};

test('state, time, agency and words must all fit', () => {
  const is = (filter: Partial<typeof ALL>) => fits(card, { ...ALL, ...filter }, '2026-11-20');
  expect(is({})).toBe(true);
  expect(is({ words: 'hop GIAO', state: 'running', time: 'week', unit: 'Sở Nội vụ' })).toBe(true);
  expect([
    is({ time: 'today' }),
    is({ state: 'prepared' }),
    is({ unit: 'Sở khác' }),
    is({ words: 'x' }),
  ]).toEqual(Array(4).fill(false));
  expect(fits({ ...card, called_off: 'Bão' }, { ...ALL, state: 'called-off' }, '2026-11-20')).toBe(true);
  expect(unitsOf([card, card])).toEqual(['Sở Nội vụ']);
});
