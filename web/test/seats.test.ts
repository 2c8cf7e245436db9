import { readFileSync } from 'node:fs';
import { effect, signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { AttendanceRecord, MemberRecord } from '../src/records';
import {
  newGrid,
  readGrid,
  withCell,
  withColumn,
  withLine,
  withoutColumn,
  withoutLine,
} from '../src/rules/grid';
import { seatActs } from '../src/rules/seat-acts';
import { fillByUnit } from '../src/rules/seat-fill';
import { readSeatList } from '../src/rules/seat-list';
import { ballotMark, presenceMark, progressMark } from '../src/rules/seat-looks';
import { lineLetters, neighbour, places, seatOf, sitters, stageOf } from '../src/rules/seats';
import { Board } from '../src/screens/seats/board';
import { Records } from '../src/sync/records';

const member = (name: string, unit = '', more: Partial<MemberRecord> = {}): MemberRecord => ({
  name,
  title: '',
  unit,
  role: 'delegate',
  votes: true,
  order: 1,
  stands_for: '',
  substitute: '',
  ...more,
});

test('seats have the names that the server gives them', () => {
  const cases = readFileSync(new URL('seat-names.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  for (const line of cases) {
    const { rows, seats } = JSON.parse(line) as { rows: string[]; seats: [string, number, number][] };
    expect(places(rows).map(({ name, line, column }) => [name, line, column])).toEqual(seats);
  }
  expect(lineLetters(['##', '..', 'o.', 'oo'])).toEqual(['', '', 'A', 'B']);
  expect(stageOf(['.##.', 'oooo'])).toEqual({ line: 0, column: 1, lines: 1, columns: 2 });
});

test('arrow keys go to the nearest seat, over gaps, and stop at the edge', () => {
  const seats = places(['oo.oo', '.....', '.o..o']);
  const at = (name: string) => seats.find(seat => seat.name === name)!;
  const to = (name: string, key: string) => neighbour(seats, at(name), key)?.name;
  expect(to('A2', 'ArrowRight')).toBe('A3');
  expect(to('A4', 'ArrowRight')).toBeUndefined();
  expect(to('A1', 'ArrowDown')).toBe('B1');
  expect(to('A3', 'ArrowDown')).toBe('B2');
  expect(to('B2', 'ArrowUp')).toBe('A4');
  expect(to('B1', 'ArrowUp')).toBe('A2');
  expect(to('A1', 'ArrowUp')).toBeUndefined();
  expect(to('A2', 'End')).toBe('A4');
  expect(to('A2', 'Home')).toBe('A1');
  expect(to('A2', 'x')).toBeUndefined();
});

test('a drawn grid grows and shrinks within its bounds', () => {
  let rows = newGrid(2, 3);
  expect(rows).toEqual(['###', '...', 'ooo', 'ooo']);
  rows = withColumn(withLine(rows));
  expect(rows.map(row => row.length)).toEqual([4, 4, 4, 4, 4]);
  expect(withCell(rows, 2, 1, '.')[2]).toBe('o.oo');
  expect(withoutColumn(withoutLine(['oo', 'oo']))).toEqual(['o']);
  expect(withoutColumn(withoutLine(['o']))).toEqual(['o']);
  for (let step = 0; step < 80; step += 1) {
    rows = withLine(withColumn(rows));
  }
  expect([rows.length, rows[0]!.length]).toEqual([60, 60]);
});

test('pasted grids: letters, tables, seat names; what is wrong is said with its place', () => {
  expect(readGrid('##\nxx.xx\noo oo\n')).toEqual({ rows: ['##...', 'oo.oo', 'oo.oo'], faults: [] });
  expect(readGrid('A1;A2;;A3\nx;;x;x').rows).toEqual(['oo.o', 'o.oo']);
  expect(readGrid('"x"\t\t"#"\r\nghế\t-\t').rows).toEqual(['o.#', 'o..']);
  expect(readGrid('xx\nxq').faults).toEqual([{ what: 'cell', line: 2, column: 2, said: 'q' }]);
  expect(readGrid('  \n ').faults).toEqual([{ what: 'empty' }]);
  expect(readGrid('..\n##').faults).toEqual([{ what: 'no-seat' }]);
  expect(readGrid('x'.repeat(61)).faults).toEqual([{ what: 'too-wide' }]);
  expect(readGrid(`${'x\n'.repeat(61)}`).faults).toEqual([{ what: 'too-many-lines' }]);
});

const members = new Map([
  ['a', member('Nguyễn Văn An')],
  ['b', member('Trần Thị Bình', '', { substitute: 's' })],
  ['c', member('Lê Hoà')],
  ['d', member('Lê Hoà')],
  ['s', member('Đỗ Thay', '', { stands_for: 'b' })],
  ['w', member('Màn hình lớn', '', { role: 'screen' })],
]);

test('a pasted list is matched by name or sign-in name, and every line that cannot be used says why', () => {
  const known = {
    members,
    logins: { nva: 'a', hoa2: 'd', thay: 's' },
    seats: new Set(['A1', 'A2', 'A3', 'B1']),
    held: new Map([
      ['A3', 'c'],
      ['A1', 'a'],
    ]),
  };
  const read = (text: string) =>
    readSeatList(text, known).map(line => line.fault ?? `${line.user} ${line.seat}`);
  expect(read('Họ tên;Ghế\nnguyen van an; a2\nhoa2\tB1\n')).toEqual(['a A2', 'd B1']);
  expect(read('Trần Thị Bình;A1')).toEqual(['held']);
  expect(read('Trần Thị Bình;A1\nnva;A2')).toEqual(['b A1', 'a A2']);
  expect(read('thay;A2')).toEqual(['b A2']);
  expect(read('Lê Hoà;A2\nNgười lạ;A2\nnva;Z9\nnva\nMàn hình lớn;A2')).toEqual([
    'several',
    'nobody',
    'no-seat',
    'form',
    'nobody',
  ]);
  expect(read('nva;A2\nnva;B1\nhoa2;A2')).toEqual(['a A2', 'person-twice', 'seat-twice']);
  expect(read('Nguyễn Văn An, A2')).toEqual(['a A2']);
});

test('units are seated in their order, by given name, each on a row of its own where asked', () => {
  const people = [
    ['p1', member('Lê Văn Yên', 'Sở B', { order: 1 })],
    ['p2', member('Trần An', 'Sở A', { order: 2 })],
    ['p3', member('Bùi Ân', 'Sở B', { order: 3 })],
  ] as const;
  const free = places(['oo', 'oo']);
  const seatsOf = (wish: Parameters<typeof fillByUnit>[2]) =>
    fillByUnit(people, free, wish).seats.map(({ user, seat }) => `${user} ${seat}`);
  expect(seatsOf({ order: 'list', newRow: false })).toEqual(['p3 A1', 'p1 A2', 'p2 B1']);
  expect(seatsOf({ order: 'name', newRow: false })).toEqual(['p2 A1', 'p3 A2', 'p1 B1']);
  expect(fillByUnit(people, free, { order: 'name', newRow: true })).toEqual({
    seats: [
      { user: 'p2', seat: 'A1' },
      { user: 'p3', seat: 'B1' },
      { user: 'p1', seat: 'B2' },
    ],
    left: [],
  });
});

/** A small generator of its own, so that the cases are the same on every machine. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return most => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
}

test('however halls and units are made, nobody gets two seats, no seat two people, and nobody is lost', () => {
  const roll = dice(7);
  for (let turn = 0; turn < 500; turn += 1) {
    const width = 1 + roll(8);
    const rows = Array.from({ length: 1 + roll(6) }, () =>
      Array.from({ length: width }, () => 'oo.#'[roll(4)]).join(''),
    );
    const people = Array.from(
      { length: roll(20) },
      (_, place) => [`u${place}`, member(`Tên ${roll(9)}`, `Sở ${roll(4)}`, { order: roll(20) })] as const,
    );
    const wish = { order: roll(2) ? 'list' : 'name', newRow: roll(2) === 1 } as const;
    const { seats, left } = fillByUnit(people, places(rows), wish);
    const all = new Set(places(rows).map(({ name }) => name));
    expect(new Set(seats.map(({ seat }) => seat)).size).toBe(seats.length);
    expect(seats.every(({ seat }) => all.has(seat))).toBe(true);
    expect([...seats.map(({ user }) => user), ...left].sort()).toEqual(people.map(([user]) => user).sort());
    if (!wish.newRow) {
      expect(seats.length).toBe(Math.min(people.length, all.size));
    }
  }
});

test('a substitute sits on the seat of whom he stands for', () => {
  const seats = new Map([['b', { seat: 'A1' }]]);
  expect(sitters(seats, members)).toEqual(new Map([['A1', 's']]));
  expect([seatOf('s', seats, members), seatOf('b', seats, members), seatOf('a', seats, members)]).toEqual([
    'A1',
    'A1',
    undefined,
  ]);
});

test('one mark for each state', () => {
  const standing = (state: AttendanceRecord['state']): AttendanceRecord => ({
    state,
    at: 1,
    late: false,
    passages: [],
  });
  const facts = {
    attendance: new Map([
      ['a', standing('present')],
      ['b', standing('present')],
      ['c', standing('left')],
    ]),
    speaking: new Set(['b']),
    waiting: new Set(['a']),
  };
  expect(['a', 'b', 'c', 'd', ''].map(user => presenceMark(user, facts))).toEqual([
    'waiting',
    'speaking',
    'absent',
    'absent',
    'free',
  ]);
  const progress = {
    vote: 'v',
    voters: new Map([
      ['v.a', {} as never],
      ['v.b', {} as never],
    ]),
    voted: new Map([['v.a', { at: 1 }]]),
  };
  expect(['a', 'b', 'c', ''].map(user => progressMark(user, progress))).toEqual([
    'voted',
    'unvoted',
    'off',
    'free',
  ]);
  const lines = new Map([
    ['a', { user: 'a', cast: true, choice: 'against' as const }],
    ['b', { user: 'b' }],
    ['c', { user: 'c', cast: true, picks: ['x'] }],
  ]);
  expect(['a', 'b', 'c', 'd'].map(user => ballotMark(user, lines))).toEqual([
    'against',
    'none',
    'cast',
    'off',
  ]);
});

test('the desk marks attendance, the chair calls and ends, others only look', () => {
  const situation = {
    meeting: { state: 'running' } as never,
    member: member('An'),
    attendance: { state: 'present' } as never,
    speeches: [['s1', { user: 'a', state: 'waiting', queue: 'speakers', kind: 'speech' } as never]] as never,
    queues: new Map([['speakers', { state: 'open' } as never]]),
  };
  const whats = (role: 'chair' | 'secretary' | 'delegate', more = {}) =>
    seatActs('a', { ...situation, ...more, role }).map(({ what }) => what);
  expect(whats('chair')).toEqual(['call', 'left']);
  expect(whats('secretary')).toEqual(['left']);
  expect(whats('delegate')).toEqual([]);
  expect(whats('chair', { meeting: { state: 'ended' } })).toEqual([]);
  expect(whats('chair', { queues: new Map([['speakers', { state: 'paused' }]]) })).toEqual(['left']);
  expect(whats('secretary', { attendance: undefined })).toEqual(['present']);
});

test('one event in a hall of a thousand redraws one seat', () => {
  const rows = Array<string>(25).fill('o'.repeat(40));
  const seats = places(rows);
  const records = new Records();
  const users = seats.map((_, place) => `u${place}`);
  records.replace({
    member: Object.fromEntries(users.map(user => [user, member(user)])),
    seat: Object.fromEntries(users.map((user, place) => [user, { seat: seats[place]!.name }])),
  });
  const board = new Board(rows, { id: 'm', records }, signal(''), 'u7', () =>
    signal({ state: 'loading' as const }),
  );
  const drawn: string[] = [];
  for (const { name } of seats) {
    effect(() => {
      drawn.push(`${name} ${board.look(name).value.mark} ${board.stopsAt(name).value}`);
    });
  }
  expect(drawn).toHaveLength(1000);
  expect(drawn.filter(line => line.endsWith('true'))).toEqual(['A8 absent true']);
  drawn.length = 0;
  records.apply([['attendance', 'u3', { state: 'present', at: 1, late: false, passages: [] }]]);
  expect(drawn).toEqual(['A4 present false']);
  drawn.length = 0;
  expect(board.move('ArrowRight')).toBe('A9');
  expect(drawn).toEqual(['A8 absent false', 'A9 absent true']);
  board.dispose();
  drawn.length = 0;
  records.apply([['attendance', 'u4', { state: 'present', at: 1, late: false, passages: [] }]]);
  expect(drawn).toEqual([]);
});
