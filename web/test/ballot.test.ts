import { expect, test } from 'vitest';
import { NetworkLost, Refusal } from '../src/sync/api';
import { BallotBox } from '../src/sync/ballot';
import type { CastBallot } from '../src/wire';

interface Sent {
  command: CastBallot;
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
  const done = box.cast('v1', 'for');
  expect(box.state.value.phase).toBe('sending');
  await done;
  expect(box.state.value).toMatchObject({ phase: 'recorded', choice: 'for', at: 500 });
});

test('a ballot that found no network is said to be unrecorded and is never sent by itself', async () => {
  const { box, sent } = boxThat(new NetworkLost('mất kết nối'));
  await box.cast('v1', 'against');
  expect(box.state.value).toMatchObject({ phase: 'unrecorded', choice: 'against' });
  expect(sent).toHaveLength(1);
});

test('sending again uses the same key, a new choice a new one', async () => {
  const { box, sent } = boxThat(new NetworkLost('mất kết nối'));
  await box.cast('v1', 'against');
  await box.again();
  await box.cast('v1', 'for');
  expect(sent[1]!.key).toBe(sent[0]!.key);
  expect(sent[1]!.command).toEqual(sent[0]!.command);
  expect(sent[2]!.key).not.toBe(sent[0]!.key);
});

test('the own record settles a ballot whose answer was lost', async () => {
  const { box } = boxThat(new NetworkLost('mất kết nối'));
  await box.cast('v1', 'other', 'Thêm kinh phí');
  box.settle('v1', 'for', '');
  expect(box.state.value.phase).toBe('unrecorded');
  box.settle('v1', 'other', 'Thêm kinh phí');
  expect(box.state.value.phase).toBe('none');
});

test('a refusal is shown with the sentence of the server', async () => {
  const { box } = boxThat(new Refusal(409, 'vote.not-open', 'Biểu quyết đã đóng lúc 09:45.'));
  await box.cast('v1', 'for');
  expect(box.state.value).toMatchObject({ phase: 'refused', why: 'Biểu quyết đã đóng lúc 09:45.' });
});

test('an opinion travels with its ballot', async () => {
  const { box, sent } = boxThat();
  await box.cast('v1', 'other', 'Thêm kinh phí');
  expect(sent[0]!.command).toEqual({
    type: 'ballot.cast',
    vote: 'v1',
    choice: 'other',
    opinion: 'Thêm kinh phí',
  });
});
