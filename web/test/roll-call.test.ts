import { expect, test } from 'vitest';
import type { FormerMemberRecord, VoteRecord } from '../src/records';
import { byUnit, filtersOf, fits, narrowed, rollLines } from '../src/rules/roll-call';
import { RULE } from '../src/wire';

const member = (name: string, unit: string): FormerMemberRecord => ({ name, title: '', unit });

const members = new Map([
  ['a', member('Lê Văn Ân', 'Sở Y tế')],
  ['b', member('Trần Thị Bình', 'Sở Tư pháp')],
  ['c', member('Phạm Văn An', 'Sở Y tế')],
  ['gone', { name: 'Vũ Đã Rời', title: '', unit: '' }],
]);

const lines = rollLines(
  [
    { user: 'a', cast: true, choice: 'for' },
    { user: 'b', cast: true, choice: 'other', opinion: 'Nên hoãn' },
    { user: 'c' },
    { user: 'gone', cast: true, choice: 'against' },
  ],
  members,
);

const standard: Pick<VoteRecord, 'rule' | 'options'> = { rule: RULE, options: [] };

test('by given name', () => {
  expect(lines.map(line => line.name)).toEqual(['Phạm Văn An', 'Lê Văn Ân', 'Trần Thị Bình', 'Vũ Đã Rời']);
});

test('narrowed by words without marks and by the answer', () => {
  expect(narrowed(lines, 'so y te', '').map(line => line.user)).toEqual(['c', 'a']);
  expect(narrowed(lines, '', 'none').map(line => line.user)).toEqual(['c']);
  expect(narrowed(lines, 'binh', 'other').map(line => line.user)).toEqual(['b']);
  expect(narrowed(lines, 'binh', 'for')).toEqual([]);
});

test('every line fits exactly one answer of a standard vote, and the units add up', () => {
  const filters = filtersOf(standard);
  for (const { ballot } of lines) {
    expect(filters.filter(filter => fits(ballot, filter))).toHaveLength(1);
  }
  expect(byUnit(lines, filters)).toEqual([
    { unit: 'Sở Tư pháp', all: 1, counts: [0, 0, 1, 0, 0] },
    { unit: 'Sở Y tế', all: 2, counts: [1, 0, 0, 0, 1] },
    { unit: '', all: 1, counts: [0, 1, 0, 0, 0] },
  ]);
});

test('elections are narrowed by option, by mark, by blank ballots', () => {
  const options = [
    { id: 'x', label: 'Ông X' },
    { id: 'y', label: 'Bà Y' },
  ];
  expect(filtersOf({ rule: { ...RULE, method: 'list' }, options })).toEqual([
    'pick.x',
    'pick.y',
    'blank',
    'none',
  ]);
  expect(filtersOf({ rule: { ...RULE, method: 'candidates' }, options })).toHaveLength(8);
  expect(fits({ user: 'a', cast: true, picks: ['x'] }, 'pick.x')).toBe(true);
  expect(fits({ user: 'a', cast: true, picks: ['x'] }, 'pick.y')).toBe(false);
  expect(fits({ user: 'a', cast: true, marks: { x: 'for' } }, 'mark.x.for')).toBe(true);
  expect(fits({ user: 'a', cast: true, marks: { x: 'for' } }, 'mark.x.against')).toBe(false);
  expect(fits({ user: 'a', cast: true }, 'blank')).toBe(true);
  expect(fits({ user: 'a' }, 'blank')).toBe(false);
});
