import { expect, test } from 'vitest';
import type { AttendanceRecord, MemberRecord, PaperRecord, VersionRecord } from '../src/records';
import { apart } from '../src/rules/attendance-table';
import { isPossible, threshold } from '../src/rules/decision';
import { dateField, momentOf, timeField } from '../src/rules/moments';
import { allOf, readyOf, standingOf, summaryOf } from '../src/rules/packet';
import { isDelegate, isGuest, isOther, notYetVoted, standings } from '../src/rules/roll';
import { readersThatFit, titleOf, uploadFault } from '../src/rules/uploads';
import { PRESETS } from '../src/wire';

const member = (name: string, role: MemberRecord['role'], votes: boolean, order: number): MemberRecord => ({
  name,
  title: '',
  unit: '',
  role,
  votes,
  order,
  stands_for: '',
  substitute: '',
});

const members = new Map([
  ['u1', member('Đinh Xuân Trường', 'chair', false, 1)],
  ['u2', member('Vũ Thị Lan Phương', 'delegate', true, 3)],
  ['u3', member('Trịnh Gia Bách', 'delegate', true, 4)],
  ['u4', member('Chu Hải Đăng', 'guest', false, 2)],
  ['u5', member('Màn hình lớn', 'screen', false, 5)],
]);

const at = (state: AttendanceRecord['state'], moment: number | null): AttendanceRecord => ({
  state,
  at: moment,
  late: false,
  passages: [],
});

test('those who have not voted are the ones on the frozen roll, by given name', () => {
  const voters = new Map([
    ['v.u2', { vote: 'v', user: 'u2', weight: 1 }],
    ['v.u3', { vote: 'v', user: 'u3', weight: 1 }],
    ['w.u4', { vote: 'w', user: 'u4', weight: 1 }],
  ]);
  const roll = { members, voters, voted: new Map() };
  expect(notYetVoted('v', roll)).toEqual([
    ['u3', 'Trịnh Gia Bách'],
    ['u2', 'Vũ Thị Lan Phương'],
  ]);
  expect(notYetVoted('v', { ...roll, voted: new Map([['v.u3', { at: 1100 }]]) })).toEqual([
    ['u2', 'Vũ Thị Lan Phương'],
  ]);
});

test('delegates, guests and the rest are counted apart, and the screen is nobody', () => {
  const attendance = new Map([
    ['u2', at('present', 20)],
    ['u3', at('excused', 30)],
    ['u4', at('left', 40)],
  ]);
  expect(standings(members, attendance, isDelegate)).toEqual({
    present: 1,
    absent: 0,
    left: 0,
    excused: 1,
    all: 2,
  });
  expect(standings(members, attendance, isGuest)).toMatchObject({ left: 1, all: 1 });
  expect(standings(members, attendance, isOther)).toMatchObject({ absent: 1, all: 1 });
});

test('a chair who has a vote is counted as a delegate', () => {
  expect(isDelegate(member('Chủ trì', 'chair', true, 1))).toBe(true);
});

test('the minutes print delegates and guests in two tables', () => {
  const rows = [
    ['Chu Hải Đăng', '', '', 'Có mặt', ''],
    ['Vũ Thị Lan Phương', '', '', 'Có mặt', ''],
    ['Trịnh Gia Bách', '', '', 'Vắng mặt', ''],
  ];
  const tables = apart(rows, members);
  expect(tables.guests.map(row => row[0])).toEqual(['Chu Hải Đăng']);
  expect(tables.delegates.map(row => row[0])).toEqual(['Vũ Thị Lan Phương', 'Trịnh Gia Bách']);
});

test('date and time fields speak the city clock', () => {
  const moment = momentOf('2026-11-23', '08:00');
  expect(new Date(moment).toISOString()).toBe('2026-11-23T01:00:00.000Z');
  expect(dateField(moment)).toBe('2026-11-23');
  expect(timeField(moment)).toBe('08:00');
  expect(timeField(momentOf('2026-11-23', '00:15'))).toBe('00:15');
  expect(momentOf('', '08:00')).toBeNaN();
  expect(momentOf('2026-11-23', '')).toBeNaN();
});

test('every preset is a possible rule, and a share above the whole is not', () => {
  expect(Object.values(PRESETS).every(preset => isPossible(preset.rule))).toBe(true);
  const half = PRESETS['present-majority'].rule;
  expect(isPossible({ ...half, numerator: 3, denominator: 2 })).toBe(false);
  expect(isPossible({ ...half, numerator: 1, denominator: 1 })).toBe(false);
  expect(isPossible({ ...half, numerator: 0.5 })).toBe(false);
  expect(isPossible({ ...half, numerator: 0 })).toBe(false);
  expect(threshold(PRESETS['council-dismissal'].rule)).toBe('2/3');
  expect(threshold(PRESETS.unanimity.rule)).toBe('100 %');
});

const paper = (state: PaperRecord['state'], version: string, position: number): PaperRecord => ({
  item: 'i1',
  title: version,
  position,
  state,
  version,
  published_at: null,
  must_read: false,
  secret: false,
});
const version = (state: VersionRecord['state']) => ({ state }) as VersionRecord;

test('a draft is as far as its version; only what can be read is published', () => {
  const papers = new Map([
    ['p1', paper('draft', 'v1', 3)],
    ['p2', paper('draft', 'v2', 2)],
    ['p3', paper('draft', 'v3', 1)],
    ['p4', paper('published', 'v4', 0)],
    ['p5', paper('recalled', 'v5', 4)],
  ]);
  const versions = new Map([
    ['v1', version('ready')],
    ['v2', version('processing')],
    ['v3', version('failed')],
    ['v4', version('ready')],
    ['v5', version('ready')],
  ]);
  const packet = allOf(papers, versions);
  expect(packet.map(standingOf)).toEqual(['published', 'failed', 'processing', 'ready', 'recalled']);
  expect(readyOf(packet, false)).toEqual(['p1']);
  expect(readyOf(packet, true)).toEqual(['p1', 'p5']);
  expect(summaryOf(packet)).toEqual({ ready: 1, published: 1, processing: 1, failed: 1 });
});

test('files that the server would refuse are named before they are sent', () => {
  expect(uploadFault('Báo cáo.PDF', 10)).toBeUndefined();
  expect(uploadFault('Kế hoạch.docx', 10)).toBeUndefined();
  expect(uploadFault('bảng.xlsx', 10)).toBeUndefined();
  expect(uploadFault('phim.mp4', 10)).toBe('kind');
  expect(uploadFault('pdf', 10)).toBe('kind');
  expect(uploadFault('rỗng.pdf', 0)).toBe('empty');
  expect(uploadFault('lớn.pdf', 100 * 1024 * 1024 + 1)).toBe('large');
  expect(titleOf('01_bao_cao  345.v2.pdf')).toBe('01 bao cao 345.v2');
  expect(titleOf('.pdf')).toBe('.pdf');
  expect(titleOf(`${'a'.repeat(400)}.pdf`)).toHaveLength(300);
});

test('of many readers so many are named in the address as it holds, and never nobody', () => {
  const people = Array.from({ length: 500 }, (_, at) => `user:${String(at).padStart(22, 'a')}`);
  const fit = readersThatFit(people);
  expect(JSON.stringify(fit).length).toBeLessThanOrEqual(6000);
  expect(JSON.stringify(people.slice(0, fit.length + 1)).length).toBeGreaterThan(6000);
  expect(readersThatFit(people.slice(0, 3))).toEqual(people.slice(0, 3));
  expect(readersThatFit([`unit:${'x'.repeat(7000)}`])).toHaveLength(1);
});
