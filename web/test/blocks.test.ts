import { expect, test } from 'vitest';
import { byPlaces, inBlocks, steady } from '../src/rules/blocks';

type Named = readonly [user: string, name: string];

const people = Array.from({ length: 60 }, (_, place): Named => [`u${place}`, `Tên ${place}`]);
const places = new Map(people.map(([user], place) => [user, place]));
const sameName = (one: Named, other: Named) => one[0] === other[0] && one[1] === other[1];

test('a list falls into blocks in its order, the last one shorter', () => {
  const blocks = inBlocks(people);
  expect(blocks.map(({ rows }) => rows.length)).toEqual([25, 25, 10]);
  expect(blocks.flatMap(({ rows }) => rows)).toEqual(people);
  expect(inBlocks([])).toEqual([]);
});

test('of whom a list loses only their own block is another object', () => {
  const before = byPlaces(people, places);
  const fewer = people.filter(([user]) => user !== 'u30').map(([user, name]): Named => [user, name]);
  const now = steady(before, byPlaces(fewer, places), sameName);
  expect(now.map((block, place) => block === before[place])).toEqual([true, false, true]);
  expect(now[1]!.rows.map(([user]) => user)).not.toContain('u30');
  expect(now[1]!.rows).toHaveLength(24);
});

test('a block that has emptied goes, the others keep their names; strangers come last', () => {
  const late = byPlaces([...people.slice(50), ['stranger', 'Khách']] as Named[], places);
  expect(late.map(({ name, rows }) => [name, rows.length])).toEqual([['2', 11]]);
  const far = byPlaces([['stranger', 'Khách'], ...people.slice(0, 3)] as Named[], places, 4);
  expect(far.map(({ name }) => name)).toEqual(['0', '15']);
});

test('another name in the same place is drawn anew', () => {
  const before = byPlaces(people, places);
  const renamed = people.map((row): Named => (row[0] === 'u2' ? ['u2', 'Tên khác'] : row));
  expect(steady(before, byPlaces(renamed, places), sameName)[0]).not.toBe(before[0]);
});
