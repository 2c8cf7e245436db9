import { expect, test } from 'vitest';
import type { ItemRecord, MeetingRecord, SpeechRecord, VoteRecord } from '../src/records';
import { type Floor, nextAct, votesByUrgency } from '../src/rules/chair';

const item = (position: number, state: ItemRecord['state']) => ({ position, state }) as ItemRecord;
const speech = (state: SpeechRecord['state'], requested_at: number) =>
  ({ state, requested_at }) as SpeechRecord;
const vote = (state: VoteRecord['state'], of: string) =>
  ({ state, item: of, published_at: null }) as VoteRecord;

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
    ['s2', speech('waiting', 9)],
    ['s3', speech('waiting', 5)],
  ]);
  expect(nextAct(floor({ speeches }))).toEqual({ act: 'call', speech: 's3' });
  expect(nextAct(floor({ speeches: new Map([['s1', now]]) }))).toEqual({ act: 'end-speech', speech: 's1' });
});

test('a vote that is under way goes before everything, a prepared one waits for the speakers', () => {
  const speeches = new Map([['s', speech('waiting', 1)]]);
  const prepared = new Map([['v', vote('prepared', 'i2')]]);
  expect(nextAct(floor({ speeches, votes: prepared }))).toEqual({ act: 'call', speech: 's' });
  expect(nextAct(floor({ votes: prepared }))).toEqual({ act: 'open-vote', vote: 'v' });
  expect(nextAct(floor({ speeches, votes: new Map([['v', vote('open', 'i2')]]) }))).toEqual({
    act: 'close-vote',
    vote: 'v',
  });
  expect(nextAct(floor({ speeches, votes: new Map([['v', vote('closed', 'i1')]]) }))).toEqual({
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
