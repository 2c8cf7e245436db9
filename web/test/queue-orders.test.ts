import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Policy, placed, type Standing, type Talk, type Wish } from '../src/rules/queue-order';

interface Case {
  policy: Policy;
  wishes: Wish[];
  talks: Talk[];
  places: Standing[];
}

const cases = readFileSync(new URL('queue-orders.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Case);

test('the tablet gives the order and the reasons that the server gives', () => {
  expect(cases.length).toBeGreaterThan(100);
  for (const { policy, wishes, talks, places } of cases) {
    expect(placed(policy, wishes, talks), `${policy} ${JSON.stringify(wishes)}`).toEqual(places);
  }
});

test('a thousand who wait are put in order, each once', () => {
  const wishes = Array.from(
    { length: 1000 },
    (_, number): Wish => ({
      speech: `s${number}`,
      user: `u${number}`,
      unit: `unit ${number % 40}`,
      kind: 'speech',
      at: number,
      hand: number,
      asked: false,
    }),
  );
  const places = placed('alternate-units', wishes, []);
  expect(new Set(places.map(({ speech }) => speech)).size).toBe(1000);
  expect(places.slice(0, 2).map(({ speech }) => speech)).toEqual(['s0', 's1']);
});
