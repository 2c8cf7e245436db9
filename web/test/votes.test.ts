import { expect, test } from 'vitest';
import type { AttendanceRecord, MeetingRecord, MemberRecord, ResultLine, VoteRecord } from '../src/records';
import { filled, fitness, NO_MARKS, sameMarks, togglePick } from '../src/rules/ballots';
import { firstRule, isPossible, presetOf } from '../src/rules/decision';
import { readiness } from '../src/rules/readiness';
import { draftOf, faultOf, labelsOf, planOf, type VoteDraft } from '../src/rules/vote-draft';
import { announced, ranked, voteOnScreen, weightOf } from '../src/rules/votes';
import { PRESETS, RULE } from '../src/wire';

const OPTIONS = ['a', 'b', 'c', 'd'].map(id => ({ id, label: id.toUpperCase() }));
const list = { options: OPTIONS, rule: { ...RULE, method: 'list', least: 2, most: 3 } } as VoteRecord;
const each = { options: OPTIONS, rule: { ...RULE, method: 'candidates' } } as VoteRecord;
const written: VoteDraft = {
  question: ' Bầu Ban kiểm phiếu ',
  item: 'i1',
  more: ['i2'],
  rule: list.rule,
  options: '1. Nguyễn Văn An\n2) Trần Thị Bình\n\n- Lê Cường\n',
  voters: null,
  seconds: 60,
};

test('picks fit between the least and the most allowed; none at all is a blank ballot', () => {
  const picked = (...picks: string[]) => fitness(list, { ...NO_MARKS, picks });
  expect([
    picked(),
    picked('a'),
    picked('a', 'b'),
    picked('a', 'b', 'c'),
    picked('a', 'b', 'c', 'd'),
  ]).toEqual(['blank', 'too-few', 'fits', 'fits', 'too-many']);
  expect(filled(list, { ...NO_MARKS, picks: ['a'] })).toEqual([1, 3]);
});

test('a ballot on each candidate fits when every one has its mark', () => {
  const marks = { a: 'for', b: 'against', c: 'abstain' } as const;
  expect(fitness(each, { ...NO_MARKS, marks })).toBe('unmarked');
  expect(filled(each, { ...NO_MARKS, marks })).toEqual([3, 4]);
  expect(fitness(each, { ...NO_MARKS, marks: { ...marks, d: 'for' } })).toBe('fits');
});

test('a tap chooses, lets go, and is refused by a full ballot; where one may be chosen it moves', () => {
  expect(togglePick(['a'], 'b', 3)).toEqual(['a', 'b']);
  expect(togglePick(['a', 'b'], 'a', 3)).toEqual(['b']);
  expect(togglePick(['a', 'b', 'c'], 'd', 3)).toBeUndefined();
  expect(togglePick(['a'], 'd', 1)).toEqual(['d']);
});

test('two ballots say the same whatever the order, and differ by one mark', () => {
  const one = { ...NO_MARKS, marks: { a: 'for', b: 'against' } } as const;
  expect(sameMarks({ ...NO_MARKS, picks: ['a', 'b'] }, { ...NO_MARKS, picks: ['b', 'a'] })).toBe(true);
  expect(sameMarks(one, { ...NO_MARKS, marks: { b: 'against', a: 'for' } })).toBe(true);
  expect(sameMarks(one, { ...NO_MARKS, marks: { a: 'for', b: 'abstain' } })).toBe(false);
});

test('a pasted list loses its numbers and bullets, not its words', () => {
  expect(labelsOf(written.options)).toEqual(['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Cường']);
  expect(labelsOf('a) Phương án 1\nPhương án 2.5 tỷ\n2026 là năm bản lề')).toEqual([
    'Phương án 1',
    'Phương án 2.5 tỷ',
    '2026 là năm bản lề',
  ]);
});

test('what stands against saving is found', () => {
  const fault = (part: Partial<VoteDraft>) => faultOf({ ...written, ...part })?.fault;
  expect(faultOf(written)).toBeUndefined();
  expect(fault({ question: '  ' })).toBe('question');
  expect(fault({ options: 'Một mình' })).toBe('count');
  expect(fault({ options: 'An\nAn' })).toBe('twice');
  expect(fault({ options: 'An\nBình' })).toBe('picks');
  expect(fault({ voters: new Map() })).toBe('voters');
  expect(fault({ rule: { ...written.rule, numerator: 3, denominator: 2 } })).toBe('fraction');
  expect(fault({ rule: { ...written.rule, quorum_numerator: 4 } })).toBe('quorum');
  expect(fault({ rule: { ...written.rule, secrecy: 'secret', shows: 'live' } })).toBe('secret');
});

test('an edited vote keeps the names of options that keep their words', () => {
  let made = 0;
  const known = [{ id: 'o1', label: 'Trần Thị Bình' }];
  const plan = planOf(written, known, () => `new${++made}`);
  expect(plan.options?.map(option => option.id)).toEqual(['new1', 'o1', 'new2']);
  expect(plan).toMatchObject({
    question: 'Bầu Ban kiểm phiếu',
    items: ['i1', 'i2'],
    voters: [],
    seconds: 60,
  });
  const vote = { ...list, ...plan, options: plan.options } as VoteRecord;
  expect(faultOf(draftOf(vote, undefined))).toBeUndefined();
});

test('a rule is known by its name whatever the number of seats; a changed one is not', () => {
  expect(presetOf({ ...PRESETS.election.rule, seats: 5, most: 5 })).toBe('election');
  expect(presetOf({ ...PRESETS['present-majority'].rule, late: 'admitted' })).toBeUndefined();
  expect(presetOf(firstRule(undefined))).toBe('present-majority');
});

test('only an election from a list may do without a share', () => {
  const free = { ...RULE, numerator: 0, denominator: 1 };
  expect(isPossible({ ...free, method: 'list' })).toBe(true);
  expect(isPossible(free)).toBe(false);
  expect(isPossible({ ...RULE, numerator: 2, denominator: 2 })).toBe(false);
});

test('ready are those with a vote who are here with a connected tablet', () => {
  const member = (name: string, more: Partial<MemberRecord> = {}) =>
    ({ name, role: 'delegate', votes: true, ...more }) as MemberRecord;
  const members = new Map([
    ['u1', member('Trần An')],
    ['u2', member('Lê Bình')],
    ['u3', member('Vũ Chi')],
    ['u4', member('Khách', { role: 'guest', votes: false })],
  ]);
  const here = { state: 'present', at: 1 } as AttendanceRecord;
  const attendance = new Map([
    ['u1', here],
    ['u2', here],
    ['u4', here],
  ]);
  const online = new Set(['u1', 'u3', 'u4']);
  expect(readiness(members, attendance, online, undefined)).toEqual({
    all: 3,
    present: 2,
    ready: 1,
    absent: [['u3', 'Vũ Chi']],
    away: [['u2', 'Lê Bình']],
  });
  const own = { voters: [{ user: 'u1', weight: 2 }] };
  expect(readiness(members, attendance, online, own)).toMatchObject({ all: 1, ready: 1, absent: [] });
  expect([weightOf('u1', own), weightOf('u2', own), weightOf('u2', undefined)]).toEqual([2, 0, 1]);
});

test('results stand by their votes, equal ones in the order of the ballot', () => {
  const line = (option: string, votes: number) => ({ option, for: votes }) as ResultLine;
  const sorted = ranked([line('a', 3), line('b', 7), line('c', 3)]);
  expect(sorted.map(found => found.option)).toEqual(['b', 'a', 'c']);
});

test('announced votes stand in the order of their making, those that are open or not announced elsewhere', () => {
  const vote = (more: Partial<VoteRecord>) => ({ state: 'prepared', announced: true, ...more }) as VoteRecord;
  const votes = new Map([
    ['a', vote({ created_at: 3 })],
    ['b', vote({ created_at: 1, announced: false })],
    ['c', vote({ created_at: 2 })],
    ['d', vote({ created_at: 1, state: 'open' })],
  ]);
  expect(announced(votes).map(([id]) => id)).toEqual(['c', 'a']);
});

test('a screen keeps a result until the next vote opens; one set aside makes way for what is announced', () => {
  const meeting = { item: 'i1' } as MeetingRecord;
  const next = { state: 'prepared', announced: true, item: 'i1', created_at: 2 } as VoteRecord;
  const shown = (state: VoteRecord['state'], after = next) =>
    voteOnScreen(
      new Map([
        ['first', { ...next, state, opened_at: 1 }],
        ['next', after],
      ]),
      meeting,
    )?.[0];
  expect([shown('open'), shown('closed'), shown('published'), shown('void')]).toEqual([
    'first',
    'first',
    'first',
    'next',
  ]);
  expect(shown('published', { ...next, state: 'open', opened_at: 3 })).toBe('next');
  expect(shown('void', { ...next, announced: false })).toBe('first');
});
