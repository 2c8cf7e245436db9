import { expect, test } from 'vitest';
import type { ItemRecord, MeetingRecord, MemberRecord, PositionRecord, SpeechRecord } from '../src/records';
import { type Course, forecast } from '../src/rules/forecast';
import { commonQuestion, standingOn, undisputed } from '../src/rules/positions';

const MINUTE = 60_000;
const START = 1_800_000_000_000;

const item = (position: number, minutes: number, state: ItemRecord['state'] = 'waiting') =>
  ({ position, title: `Nội dung ${position + 1}`, presenter: '', minutes, spent_ms: 0, state }) as ItemRecord;
const member = (votes: boolean, role: MemberRecord['role'] = 'delegate') =>
  ({ name: 'A', title: '', unit: '', role, votes, order: 0 }) as MemberRecord;
const said = (of: string, user: string, stance: PositionRecord['stance']): [string, PositionRecord] => [
  `${of}.${user}`,
  { item: of, user, stance, text: '', at: 0 },
];
const speech = (state: SpeechRecord['state'], minutes: number) =>
  ({ item: 'i1', user: 'd1', kind: 'speech', state, spoken_ms: minutes * MINUTE }) as SpeechRecord;

function course(more: Partial<Course> = {}): Course {
  return {
    meeting: {
      state: 'running',
      item: 'i1',
      item_since: START,
      starts_at: START,
      started_at: START,
    } as MeetingRecord,
    items: new Map([
      ['i1', item(0, 20, 'current')],
      ['i2', item(1, 30)],
      ['i3', item(2, 10)],
    ]),
    members: new Map([
      ['d1', member(true)],
      ['d2', member(true)],
      ['g', member(false, 'guest')],
    ]),
    positions: new Map(),
    votes: new Map(),
    speeches: new Map(),
    ...more,
  };
}

const agreed = (of: string) => [said(of, 'd1', 'agree'), said(of, 'd2', 'agree')];

test('silence is no agreement, and one remark is enough for a discussion', () => {
  expect(standingOn('i2', course())).toEqual({ agree: 0, remark: 0, speak: 0, silent: 2 });
  const one = new Map([said('i2', 'd1', 'agree')]);
  expect(undisputed(course({ positions: one }))).toEqual([]);
  const all = new Map([...agreed('i2'), ...agreed('i3')]);
  expect(undisputed(course({ positions: all }))).toEqual(['i2', 'i3']);
  const guest = new Map([...all, said('i3', 'chair', 'speak')]);
  expect(undisputed(course({ positions: guest }))).toEqual(['i2']);
});

test('what has begun, or has a vote that stands, is not offered again', () => {
  const positions = new Map([...agreed('i1'), ...agreed('i2'), ...agreed('i3')]);
  const vote = (state: string) => new Map([['v', { state, items: ['i2'] }]]) as never;
  expect(undisputed(course({ positions, votes: vote('prepared') }))).toEqual(['i3']);
  expect(undisputed(course({ positions, votes: vote('void') }))).toEqual(['i2', 'i3']);
});

test('the question names the items as the server does', () => {
  expect(commonQuestion([1, 3, 4])).toBe(
    'Thông qua một lần nội dung 1, 3 và 4 trong chương trình (không có ý kiến khác)',
  );
  expect(commonQuestion([2])).toContain('nội dung 2 trong');
});

test('without wishes the end is that of the agenda', () => {
  const found = forecast(course(), START + 5 * MINUTE)!;
  expect(found.end).toBe(START + 60 * MINUTE);
  expect(found.planned).toBe(START + 60 * MINUTE);
  expect(found).toMatchObject({ items: 3, speakers: 0, speech: 5 });
});

test('an item that takes longer than planned moves the end', () => {
  expect(forecast(course(), START + 30 * MINUTE)!.end).toBe(START + 70 * MINUTE);
});

test('wishes to speak count by the mean length of the speeches so far, agreement shortens', () => {
  const speeches = new Map([
    ['s1', speech('done', 9)],
    ['s2', speech('done', 10)],
    ['s3', speech('waiting', 0)],
  ]);
  const wishes = new Map(Array.from({ length: 5 }, (_, number) => said('i3', `d${number}`, 'speak')));
  const found = forecast(course({ speeches, positions: new Map([...wishes, ...agreed('i2')]) }), START)!;
  expect(found).toMatchObject({ speakers: 6, speech: 8 });
  expect(found.end).toBe(START + (20 + 2 + 40) * MINUTE);
});

test('more wishes never bring the end forward', () => {
  let before = 0;
  for (let count = 0; count < 40; count += 1) {
    const wishes = Array.from({ length: count }, (_, number) => said('i2', `u${number}`, 'speak'));
    const { end } = forecast(course({ positions: new Map(wishes) }), START)!;
    expect(end).toBeGreaterThanOrEqual(before);
    before = end;
  }
});

test('before the meeting it counts from its beginning; after the end nothing is forecast', () => {
  const prepared = { ...course().meeting, state: 'prepared', item: null, started_at: null } as MeetingRecord;
  expect(forecast(course({ meeting: prepared }), START - 600 * MINUTE)!.end).toBe(START + 60 * MINUTE);
  const ended = { ...course().meeting, state: 'ended' } as MeetingRecord;
  expect(forecast(course({ meeting: ended }), START)).toBeUndefined();
});

test('the length of a speech begins with what earlier meetings tell', () => {
  const minutes = (past?: { seconds: number; speeches: number }) => forecast(course({ past }), START)!.speech;
  expect(minutes()).toBe(5);
  expect(minutes({ seconds: 120, speeches: 40 })).toBe(2);
  expect(minutes({ seconds: 0, speeches: 0 })).toBe(5);
});
