import { afterEach, expect, test, vi } from 'vitest';
import type { MemberRecord, QueueRecord, SpeechRecord } from '../src/records';
import { callable, debatable, onFloor, placesOf, secondsFor, waiting } from '../src/rules/queue';
import type { QueueOrder } from '../src/rules/queue-order';
import { leftOf, spokenFor, totals, urgencyOf, usedOn } from '../src/rules/talk-time';
import { remaining } from '../src/rules/time';
import { placeWords } from '../src/screens/parts/talk-words';
import { serverNow, setServerTime } from '../src/sync/clock';

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;

const speech = (user: string, more: Partial<SpeechRecord> = {}): SpeechRecord => ({
  queue: 'speakers',
  kind: 'speech',
  item: 'i1',
  user,
  subject: '',
  to_user: null,
  to_speech: null,
  state: 'waiting',
  requested_at: 0,
  hand: 0,
  called_at: null,
  spoken_ms: 0,
  since: null,
  deadline: null,
  left_ms: null,
  ended_at: null,
  ...more,
});
const order = (...places: QueueOrder['places']): QueueOrder => ({ places });
const member = (name: string, unit: string) => ({ name, unit, role: 'delegate' }) as MemberRecord;

afterEach(() => vi.useRealTimers());

test('the queue stands as the server says, without those who were just called', () => {
  const speeches = new Map([
    ['s1', speech('a')],
    ['s2', speech('b', { state: 'speaking' })],
    ['s3', speech('c')],
  ]);
  const said = order(
    { speech: 's3', before: {} },
    { speech: 's2', before: {} },
    { speech: 's1', before: { newcomers: 1 } },
  );
  expect(waiting(speeches, said).map(([id]) => id)).toEqual(['s3', 's1']);
  expect(waiting(speeches, undefined)).toEqual([]);
  expect(placesOf('a', speeches, new Map([['speakers', said]]))).toEqual([
    { speech: 's1', queue: 'speakers', place: 3, before: { newcomers: 1 } },
  ]);
});

test('the place is told with its reasons', () => {
  expect(placeWords(1, {})).toBe('Đại biểu đứng đầu danh sách.');
  expect(placeWords(4, { newcomers: 3 })).toBe(
    'Đại biểu ở vị trí thứ 4: trước đại biểu là 3 người chưa phát biểu.',
  );
  expect(placeWords(5, { order: 1, reply: 1, earlier: 2 })).toBe(
    'Đại biểu ở vị trí thứ 5: trước đại biểu là 1 vấn đề thủ tục, 1 người tranh luận và 2 người đăng ký sớm hơn.',
  );
});

test('a point of order of either queue is next, and a paused queue waits', () => {
  const speeches = new Map([
    ['q', speech('a', { queue: 'questions', kind: 'question' })],
    ['s', speech('b')],
    ['p', speech('c', { kind: 'order' })],
  ]);
  const orders = new Map([
    ['questions', order({ speech: 'q', before: {} })],
    ['speakers', order({ speech: 's', before: {} })],
  ]);
  const queues = new Map([['questions', { state: 'open' } as QueueRecord]]);
  expect(callable(speeches, orders, queues)[0]?.[0]).toBe('q');
  queues.set('questions', { state: 'paused' } as QueueRecord);
  expect(callable(speeches, orders, queues)[0]?.[0]).toBe('s');
  orders.set('speakers', order({ speech: 'p', before: {} }, { speech: 's', before: { order: 1 } }));
  expect(callable(speeches, orders, queues)[0]?.[0]).toBe('p');
});

test('only another person’s last speech is debated', () => {
  const speeches = new Map([
    ['s1', speech('a', { state: 'done', called_at: 10 })],
    ['s2', speech('b', { state: 'speaking', called_at: 20 })],
    ['p', speech('c', { state: 'done', called_at: 30, kind: 'order' })],
  ]);
  expect(debatable('a', speeches)?.[0]).toBe('s2');
  expect(debatable('b', speeches)).toBeUndefined();
  expect(onFloor(speeches)?.[0]).toBe('s2');
});

test('replies and answers have their own time', () => {
  const queue = { speech_seconds: 300, reply_seconds: 180 } as QueueRecord;
  expect(secondsFor(speech('a'), queue)).toBe(300);
  expect(secondsFor(speech('a', { kind: 'answer' }), queue)).toBe(180);
});

test.each([0, HOUR, -HOUR])('a tablet %i ms off shows the same clock and the same warning', shift => {
  vi.useFakeTimers({ now: NOW + shift });
  setServerTime(NOW);
  const row = speech('a', { state: 'speaking', called_at: NOW, since: NOW, deadline: NOW + 60_000 });
  expect(remaining(leftOf(row, serverNow()))).toBe('01:00');
  vi.setSystemTime(NOW + shift + 29_000);
  expect([remaining(leftOf(row, serverNow())), urgencyOf(row, serverNow())]).toEqual(['00:31', 'calm']);
  vi.setSystemTime(NOW + shift + 30_000);
  expect([remaining(leftOf(row, serverNow())), urgencyOf(row, serverNow())]).toEqual(['00:30', 'soon']);
  vi.setSystemTime(NOW + shift + 61_000);
  expect([remaining(leftOf(row, serverNow())), urgencyOf(row, serverNow())]).toEqual(['-00:01', 'over']);
  expect(spokenFor(row, serverNow())).toBe(61_000);
});

test('a clock that stands shows what was left, whatever the time', () => {
  const row = speech('a', { state: 'paused', called_at: NOW, spoken_ms: 12_345, left_ms: 47_655 });
  expect([leftOf(row, NOW), leftOf(row, NOW + HOUR)]).toEqual([47_655, 47_655]);
  expect(spokenFor(row, NOW + HOUR)).toBe(12_345);
});

test('time adds up by person, by unit and for an item, to the millisecond', () => {
  const members = new Map([
    ['a', member('An', 'Sở A')],
    ['b', member('Bình', 'Sở A')],
    ['c', member('Chi', 'Sở B')],
  ]);
  const speeches = new Map([
    ['1', speech('a', { state: 'done', called_at: 1, spoken_ms: 1001 })],
    ['2', speech('a', { state: 'done', called_at: 2, spoken_ms: 2, item: 'i2' })],
    ['3', speech('b', { state: 'speaking', called_at: 3, spoken_ms: 500, since: NOW })],
    ['4', speech('c', { state: 'done', called_at: 4, spoken_ms: 1003 })],
    ['5', speech('c')],
  ]);
  expect(totals(speeches, members, 'person', NOW + 7)).toEqual([
    { name: 'An', turns: 2, ms: 1003 },
    { name: 'Chi', turns: 1, ms: 1003 },
    { name: 'Bình', turns: 1, ms: 507 },
  ]);
  expect(totals(speeches, members, 'unit', NOW + 7)).toEqual([
    { name: 'Sở A', turns: 3, ms: 1510 },
    { name: 'Sở B', turns: 1, ms: 1003 },
  ]);
  expect(usedOn('i1', 'speakers', speeches, NOW + 7)).toBe(1001 + 507 + 1003);
});
