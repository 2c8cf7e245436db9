import { expect, test } from 'vitest';
import { type Marks, NO_MARKS } from '../src/rules/ballots';
import { NetworkLost, Refusal } from '../src/sync/api';
import { BallotBox } from '../src/sync/ballot';
import type { CastBallot, SealBallot } from '../src/wire';

const V1 = { id: 'v1' };

function chose(choice: Marks['choice']): Marks {
  return { ...NO_MARKS, choice };
}

interface Sent {
  command: CastBallot | SealBallot;
  key: string;
}

function boxThat(...outcomes: (Error | null)[]): { box: BallotBox; sent: Sent[] } {
  const sent: Sent[] = [];
  const box = new BallotBox(
    async (command, key) => {
      sent.push({ command, key });
      const outcome = outcomes.shift();
      if (outcome) {
        throw outcome;
      }
    },
    () => 500,
  );
  return { box, sent };
}

test('a ballot counts as recorded only after the server said so', async () => {
  const { box } = boxThat();
  const done = box.cast(V1, chose('for'));
  expect(box.state.value.phase).toBe('sending');
  await done;
  expect(box.state.value).toMatchObject({ phase: 'recorded', marks: chose('for'), at: 500 });
});

test('a ballot that found no network is said to be unrecorded and is never sent by itself', async () => {
  const { box, sent } = boxThat(new NetworkLost('mất kết nối'));
  await box.cast(V1, chose('against'));
  expect(box.state.value).toMatchObject({ phase: 'unrecorded', marks: chose('against') });
  expect(sent).toHaveLength(1);
});

test('sending again uses the same key, a new choice a new one', async () => {
  const { box, sent } = boxThat(new NetworkLost('mất kết nối'));
  await box.cast(V1, chose('against'));
  await box.again();
  await box.cast(V1, chose('for'));
  expect(sent[1]!.key).toBe(sent[0]!.key);
  expect(sent[1]!.command).toEqual(sent[0]!.command);
  expect(sent[2]!.key).not.toBe(sent[0]!.key);
});

test('the own record settles a ballot whose answer was lost', async () => {
  const { box } = boxThat(new NetworkLost('mất kết nối'));
  await box.cast(V1, { ...NO_MARKS, choice: 'other', opinion: 'Thêm kinh phí' });
  box.settle('v1', { ...NO_MARKS, choice: 'for', opinion: '' });
  expect(box.state.value.phase).toBe('unrecorded');
  box.settle('v1', { ...NO_MARKS, choice: 'other', opinion: 'Thêm kinh phí' });
  expect(box.state.value.phase).toBe('none');
});

test('a refusal is shown with the sentence of the server', async () => {
  const { box } = boxThat(new Refusal(409, 'vote.not-open', 'Biểu quyết đã đóng lúc 09:45.'));
  await box.cast(V1, chose('for'));
  expect(box.state.value).toMatchObject({ phase: 'refused', why: 'Biểu quyết đã đóng lúc 09:45.' });
});

test('an opinion travels with its ballot', async () => {
  const { box, sent } = boxThat();
  await box.cast(V1, { ...NO_MARKS, choice: 'other', opinion: 'Thêm kinh phí' });
  expect(sent[0]!.command).toEqual({
    type: 'ballot.cast',
    vote: 'v1',
    choice: 'other',
    opinion: 'Thêm kinh phí',
  });
});

test('a change of a recorded ballot is settled by its record, in whatever order the picks stand there', async () => {
  const { box, sent } = boxThat(new NetworkLost('mất kết nối'));
  await box.cast(V1, { ...NO_MARKS, picks: ['a', 'b'] });
  expect(sent[0]!.command).toEqual({ type: 'ballot.cast', vote: 'v1', picks: ['a', 'b'] });
  box.settle('v1', { ...NO_MARKS, picks: ['a'] });
  expect(box.state.value.phase).toBe('unrecorded');
  box.settle('v1', { ...NO_MARKS, picks: ['b', 'a'] });
  expect(box.state.value.phase).toBe('none');
});

test('a blank ballot of an election carries nothing but its vote', async () => {
  const { box, sent } = boxThat();
  await box.cast(V1, NO_MARKS);
  expect(sent[0]!.command).toEqual({ type: 'ballot.cast', vote: 'v1' });
});

test('a ballot that is being filled in is one and the same wherever it is shown, and none of another vote', () => {
  const { box } = boxThat();
  const draft = box.draft('v1', { ...NO_MARKS, picks: ['a'] });
  draft.value = { ...NO_MARKS, picks: ['a', 'b'] };
  expect(box.draft('v1', { ...NO_MARKS, picks: ['c'] }).value.picks).toEqual(['a', 'b']);
  expect(box.draft('v2').value).toEqual(NO_MARKS);
});
