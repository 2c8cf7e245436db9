import { expect, test } from 'vitest';
import type {
  AttendanceRecord,
  ItemRecord,
  MeetingRecord,
  MemberRecord,
  NoteRecord,
  VoteRecord,
} from '../src/records';
import { agenda, papersOf, spent } from '../src/rules/agenda';
import { pieces } from '../src/rules/emphasis';
import { commentsWith, notesWith } from '../src/rules/notes';
import { missingFor, presence } from '../src/rules/quorum';
import { held, voteNow } from '../src/rules/votes';
import type { Waiting } from '../src/sync/outbox';
import { RULE } from '../src/wire';

const member = (role: MemberRecord['role'], votes: boolean): MemberRecord => ({
  name: 'Lê Văn An',
  title: '',
  unit: '',
  role,
  votes,
  order: 0,
  stands_for: '',
  substitute: '',
});
const attending = (state: AttendanceRecord['state']): AttendanceRecord => ({
  state,
  at: 1,
  late: false,
  passages: [],
});

test('the quorum counts chair and delegates with a vote, nobody else', () => {
  const members = new Map([
    ['chair', member('chair', true)],
    ['d1', member('delegate', true)],
    ['d2', member('delegate', true)],
    ['listener', member('delegate', false)],
    ['secretary', member('secretary', false)],
    ['guest', member('guest', false)],
  ]);
  const here = new Map([
    ['chair', attending('present')],
    ['d1', attending('left')],
    ['d2', attending('present')],
    ['guest', attending('present')],
    ['listener', attending('present')],
  ]);
  expect(presence(members, here, [2, 3])).toEqual({
    present: 2,
    all: 3,
    needed: 2,
    quorate: true,
    guestsPresent: 1,
    guests: 1,
  });
  here.set('d2', attending('left'));
  expect(presence(members, here, [2, 3]).quorate).toBe(false);
  expect(presence(new Map(), new Map(), [2, 3]).quorate).toBe(false);
});

const meeting: MeetingRecord = {
  title: '',
  place: '',
  agency: '',
  parent_agency: '',
  starts_at: 0,
  state: 'running',
  item: 'i2',
  started_at: 0,
  ended_at: null,
  item_since: 1000,
  quorum: [2, 3],
  ends_at: null,
  called_off: '',
  kind: 'conference',
};
const vote = (
  item: string,
  state: VoteRecord['state'],
  opened_at: number,
  closed_at: number | null = null,
): VoteRecord => ({
  item,
  question: '',
  created_at: 0,
  announced: false,
  items: [item],
  rule: RULE,
  options: [],
  seconds: 0,
  repeats: null,
  pulled: [],
  deadline: null,
  voided_at: null,
  reason: '',
  recused: [],
  thin: false,
  rule_text: '',
  state,
  opened_at,
  closed_at,
  published_at: null,
  entitled: 12,
  present: 10,
});

test('the vote of the moment is the open one, else the newest of this item or of this while', () => {
  const votes = new Map([
    ['old', vote('i1', 'published', 10, 20)],
    ['mine', vote('i2', 'published', 30, 40)],
    ['ready', vote('i2', 'prepared', 0)],
  ]);
  expect(voteNow(votes, meeting)?.[0]).toBe('mine');
  votes.set('other', vote('i5', 'closed', 1100, 1200));
  expect(voteNow(votes, meeting)?.[0]).toBe('other');
  votes.set('open', vote('i1', 'open', 5));
  expect(voteNow(votes, meeting)?.[0]).toBe('open');
  expect(held(votes).map(([id]) => id)).toEqual(['other', 'mine', 'old', 'open']);
});

test('the agenda is ordered, and time runs on the current item of a running meeting only', () => {
  const row = (position: number): ItemRecord => ({
    position,
    title: '',
    presenter: '',
    minutes: 10,
    spent_ms: 500,
    about: '',
    state: 'waiting',
  });
  const items = new Map([
    ['b', row(1)],
    ['a', row(0)],
  ]);
  expect(agenda(items).map(([id]) => id)).toEqual(['a', 'b']);
  expect(spent(row(0), true, meeting, 4000)).toBe(3500);
  expect(spent(row(0), true, { ...meeting, state: 'paused' }, 4000)).toBe(500);
  expect(spent(row(0), false, meeting, 4000)).toBe(500);
  expect(papersOf(new Map(), 'a')).toEqual([]);
});

const note: NoteRecord = {
  version: 'v1',
  paper: 'p1',
  page: 2,
  quads: [[0, 50, 10, 60]],
  exact: 'đoạn',
  prefix: '',
  suffix: '',
  start: 0,
  end: 4,
  text: 'cũ',
  colour: 'yellow',
  author: 'u1',
  shared: false,
  named: [],
  at: 1,
};
const act = (command: Waiting['command'], refused?: string): Waiting => ({
  key: `k-${command.type}`,
  stream: 'm1',
  command,
  since: 9,
  ...(refused ? { refused } : {}),
});

test('notes show what still waits on this tablet, and say so', () => {
  const waitingActs = [
    act({ type: 'note.edit', note: 'n1', text: 'mới' }),
    act({ type: 'note.add', note: 'n2', version: 'v1', page: 1, quads: [[0, 0, 1, 1]], exact: 'x' }),
    act({ type: 'note.share', note: 'n2', shared: true }),
  ];
  const shown = notesWith(new Map([['n1', note]]), waitingActs, 'u1', () => 'p1');
  expect(shown.map(one => one.id)).toEqual(['n2', 'n1']);
  expect(shown[0]!.row).toMatchObject({ author: 'u1', paper: 'p1', shared: true, at: 9 });
  expect(shown[1]!.row.text).toBe('mới');
  expect(shown[1]!.delivery).toEqual({ state: 'waiting', key: 'k-note.edit' });
});

test('a refused change leaves the note as it is recorded', () => {
  const refused = [act({ type: 'note.edit', note: 'n1', text: 'mới' }, 'Không được.')];
  const [shown] = notesWith(new Map([['n1', note]]), refused, 'u1', () => 'p1');
  expect(shown!.row.text).toBe('cũ');
  expect(shown!.delivery).toEqual({ state: 'refused', key: 'k-note.edit', why: 'Không được.' });
});

test('removals wait invisibly, comments of other papers stay away', () => {
  const removed = [act({ type: 'note.remove', note: 'n1' })];
  expect(notesWith(new Map([['n1', note]]), removed, 'u1', () => 'p1')).toEqual([]);
  const comments = new Map([
    ['c1', { paper: 'p1', author: 'u2', text: 'một', at: 5, recorded: true }],
    ['c2', { paper: 'p2', author: 'u2', text: 'khác', at: 1, recorded: false }],
  ]);
  const fresh = [act({ type: 'comment.add', comment: 'c3', paper: 'p1', text: 'hai' })];
  expect(commentsWith(comments, fresh, 'u1', 'p1').map(one => one.row.text)).toEqual(['một', 'hai']);
});

test('emphasis cuts a quotation without changing a letter', () => {
  const quote = 'Đến nay đã hoàn thành 33 nhiệm vụ.';
  const spans: [number, number][] = [
    [22, 24],
    [0, 3],
    [23, 33],
    [40, 90],
  ];
  const cut = pieces(quote, spans);
  expect(cut.map(piece => piece.text).join('')).toBe(quote);
  expect(cut.filter(piece => piece.strong).map(piece => piece.text)).toEqual(['Đến', '33', ' nhiệm vụ']);
});

test('what is missing before a vote can be opened follows its own rule, and somebody must be there', () => {
  const found = { present: 6, all: 10, needed: 7, quorate: false, guestsPresent: 0, guests: 0 };
  const share = { quorum_number: 0, quorum_numerator: 2, quorum_denominator: 3 };
  expect(missingFor(share, found)).toBe(1);
  expect(missingFor({ ...share, quorum_number: 9 }, found)).toBe(3);
  expect(missingFor({ ...share, quorum_numerator: 0 }, found)).toBe(0);
  expect(missingFor({ ...share, quorum_numerator: 0 }, { ...found, present: 0 })).toBe(1);
});
