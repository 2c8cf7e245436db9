import { expect, test } from 'vitest';
import type { VoteRecord } from '../src/records';
import { type OfficialFacts, officialsOf, standingOf } from '../src/rules/official';

const vote = (state: VoteRecord['state'], question: string) => ({ state, question }) as VoteRecord;
const facts: OfficialFacts = {
  concluded: false,
  ended: false,
  locked: false,
  calledOff: false,
  votes: [
    ['v1', vote('published', 'Thông qua kế hoạch')],
    ['v2', vote('void', 'Thông qua dự toán')],
  ],
  adopted: new Set(['v1', 'v2']),
  signed: new Set(),
};

const told = (changed: Partial<OfficialFacts>) =>
  officialsOf({ ...facts, ...changed }).map(line => [line.key, line.made, line.final, line.standing]);

const ALIVE = [
  ['invitation', true, true, 'stands'],
  ['attendance', true, false, 'stands'],
  ['minutes', true, false, 'stands'],
  ['count:v1', true, true, 'stands'],
  ['resolution:v1', true, true, 'stands'],
];

test('what is signed stays on the desk when its vote is void: it is neither made nor signed again', () => {
  expect(told({})).toEqual(ALIVE);
  expect(told({ signed: new Set(['resolution:v2', 'resolution:v1', 'count:v2']) })).toEqual([
    ...ALIVE,
    ['count:v2', false, false, 'void'],
    ['resolution:v2', false, false, 'void'],
  ]);
  const [kept] = officialsOf({ ...facts, signed: new Set(['count:v2']) }).slice(-1);
  expect(kept).toMatchObject({ kind: 'count', vote: 'Thông qua dự toán' });
});

test('conclusions that were signed and then taken back keep their line', () => {
  expect(told({ signed: new Set(['conclusions']) })).toEqual([
    ...ALIVE,
    ['conclusions', false, false, 'stands'],
  ]);
});

test('the signed invitation of a meeting that is called off says so', () => {
  const signed = new Set(['invitation']);
  expect(told({ signed })[0]).toEqual(['invitation', true, true, 'stands']);
  expect(told({ signed, calledOff: true })[0]).toEqual(['invitation', true, false, 'calledOff']);
  expect(told({ calledOff: true })[0]).toEqual(['invitation', true, false, 'stands']);
});

test('everybody is told what became of a signed document, from the vote it is about', () => {
  const votes = new Map(facts.votes);
  expect(standingOf('resolution:v1', votes, false)).toBe('stands');
  expect(standingOf('resolution:v2', votes, false)).toBe('void');
  expect(standingOf('invitation', votes, false)).toBe('stands');
  expect(standingOf('invitation', votes, true)).toBe('calledOff');
});
