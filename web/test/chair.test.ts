import { expect, test } from 'vitest';
import type { ItemRecord, MeetingRecord, QueueRecord, SpeechRecord, VoteRecord } from '../src/records';
import { type Floor, nextAct, votesByUrgency } from '../src/rules/chair';
import type { QueueOrder } from '../src/rules/queue-order';

const item = (position: number, state: ItemRecord['state']) => ({ position, state }) as ItemRecord;
const speech = (state: SpeechRecord['state'], called_at: number, more: Partial<SpeechRecord> = {}) =>
  ({
    queue: 'speakers',
    kind: 'speech',
    state,
    called_at,
    to_user: null,
    to_speech: null,
    ...more,
  }) as SpeechRecord;
const order = (...names: string[]): QueueOrder => ({
  places: names.map(name => ({ speech: name, before: {} })),
});
const gate = (state: QueueRecord['state']) => ({ state }) as QueueRecord;
const vote = (state: VoteRecord['state'], of: string, created_at = 0) =>
  ({ state, item: of, created_at, published_at: null }) as VoteRecord;

function floor(part: Partial<Floor> & { state?: MeetingRecord['state'] }): Floor {
  const { state = 'running', ...rest } = part;
  return {
    meeting: { state, item: 'i2' } as MeetingRecord,
    items: new Map([
      ['i1', item(0, 'done')],
      ['i2', item(1, 'current')],
      ['i3', item(2, 'waiting')],
    ]),
    speeches: new Map(),
    queues: new Map(),
    orders: new Map(),
    votes: new Map(),
    ...rest,
  };
}

test('a meeting is started, resumed, and left alone once it has ended', () => {
  expect(nextAct(floor({ state: 'prepared' }))).toEqual({ act: 'start' });
  expect(nextAct(floor({ state: 'paused' }))).toEqual({ act: 'resume' });
  expect(nextAct(floor({ state: 'ended' }))).toEqual({ act: 'none' });
});

test('with nothing left on an item the next one follows, and after the last the end', () => {
  expect(nextAct(floor({}))).toEqual({ act: 'go', item: 'i3', place: 3 });
  const items = new Map([
    ['i1', item(0, 'waiting')],
    ['i2', item(1, 'current')],
  ]);
  expect(nextAct(floor({ items }))).toEqual({ act: 'end' });
});

test('the first in the queue is called; without a queue the speech is ended', () => {
  const now = speech('speaking', 1);
  const speeches = new Map([
    ['s1', now],
    ['s2', speech('waiting', 0)],
    ['s3', speech('waiting', 0)],
  ]);
  const orders = new Map([['speakers', order('s3', 's2')]]);
  expect(nextAct(floor({ speeches, orders }))).toEqual({ act: 'call', speech: 's3' });
  expect(nextAct(floor({ speeches: new Map([['s1', now]]) }))).toEqual({ act: 'end-speech', speech: 's1' });
});

test('a point of order goes before an answer, the answer before who was interrupted, he before the queue', () => {
  const question = { queue: 'questions', kind: 'question', to_user: 'guest' } as const;
  const speeches = new Map([
    ['s0', speech('paused', 1)],
    ['q1', speech('done', 2, question)],
    ['q2', speech('waiting', 0, question)],
    ['p1', speech('waiting', 0, { kind: 'order' })],
  ]);
  const orders = new Map([
    ['speakers', order('p1')],
    ['questions', order('q2')],
  ]);
  const queues = new Map([
    ['speakers', gate('paused')],
    ['questions', gate('open')],
  ]);
  expect(nextAct(floor({ speeches, orders, queues }))).toEqual({ act: 'call', speech: 'p1' });
  orders.set('speakers', order());
  expect(nextAct(floor({ speeches, orders, queues }))).toEqual({ act: 'answer', question: 'q1' });
  speeches.set('a1', speech('done', 3, { queue: 'questions', kind: 'answer', to_speech: 'q1' }));
  expect(nextAct(floor({ speeches, orders, queues }))).toEqual({ act: 'call', speech: 'q2' });
  queues.set('speakers', gate('closed'));
  expect(nextAct(floor({ speeches, orders, queues }))).toEqual({ act: 'resume-speech', speech: 's0' });
  speeches.set('p1', speech('speaking', 4, { kind: 'order' }));
  expect(nextAct(floor({ speeches, orders, queues }))).toEqual({ act: 'resume-speech', speech: 's0' });
  speeches.set('p1', speech('speaking', 4));
  expect(nextAct(floor({ speeches, orders, queues }))).toEqual({ act: 'call', speech: 'q2' });
});

test('a vote that is under way goes before everything, a prepared one waits for the speakers', () => {
  const speeches = new Map([['s', speech('waiting', 0)]]);
  const orders = new Map([['speakers', order('s')]]);
  const prepared = new Map([['v', vote('prepared', 'i2')]]);
  expect(nextAct(floor({ speeches, orders, votes: prepared }))).toEqual({ act: 'call', speech: 's' });
  expect(nextAct(floor({ votes: prepared }))).toEqual({ act: 'open-vote', vote: 'v' });
  expect(nextAct(floor({ speeches, orders, votes: new Map([['v', vote('open', 'i2')]]) }))).toEqual({
    act: 'close-vote',
    vote: 'v',
  });
  expect(nextAct(floor({ speeches, orders, votes: new Map([['v', vote('closed', 'i1')]]) }))).toEqual({
    act: 'publish-vote',
    vote: 'v',
  });
});

test('a vote prepared for another item is not offered yet', () => {
  const votes = new Map([['v', vote('prepared', 'i3')]]);
  expect(nextAct(floor({ votes }))).toMatchObject({ act: 'go', item: 'i3' });
});

test('votes are listed open, closed, prepared, then published with the newest first', () => {
  const votes = new Map<string, VoteRecord>([
    ['a', { ...vote('published', 'i1'), published_at: 10 }],
    ['b', { ...vote('published', 'i1'), published_at: 20 }],
    ['c', vote('prepared', 'i1')],
    ['d', vote('closed', 'i1')],
    ['e', vote('open', 'i1')],
  ]);
  expect(votesByUrgency(votes).map(([id]) => id)).toEqual(['e', 'd', 'c', 'b', 'a']);
});

test('of several votes that wait for the item the first one made is opened first, whatever their names', () => {
  const votes = new Map([
    ['a', vote('prepared', 'i2', 30)],
    ['b', vote('prepared', 'i1', 5)],
    ['c', vote('prepared', 'i2', 10)],
  ]);
  expect(nextAct(floor({ votes }))).toEqual({ act: 'open-vote', vote: 'c' });
  expect(votesByUrgency(votes).map(([id]) => id)).toEqual(['b', 'c', 'a']);
});
