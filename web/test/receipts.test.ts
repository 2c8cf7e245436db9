import { expect, test } from 'vitest';
import { type Marks, NO_MARKS } from '../src/rules/ballots';
import { NetworkLost, Refusal } from '../src/sync/api';
import { BallotBox, type Poll } from '../src/sync/ballot';
import { newReceipt, Receipts, sameReceipt } from '../src/sync/receipts';
import type { CastBallot, SealBallot } from '../src/wire';

const FOR: Marks = { ...NO_MARKS, choice: 'for' };
const AGAINST: Marks = { ...NO_MARKS, choice: 'against' };

class Memory implements Storage {
  private readonly rows = new Map<string, string>();
  get length(): number {
    return this.rows.size;
  }
  key(index: number): string | null {
    return [...this.rows.keys()][index] ?? null;
  }
  getItem(name: string): string | null {
    return this.rows.get(name) ?? null;
  }
  setItem(name: string, text: string): void {
    this.rows.set(name, text);
  }
  removeItem(name: string): void {
    this.rows.delete(name);
  }
  clear(): void {
    this.rows.clear();
  }
}

interface Sent {
  command: CastBallot | SealBallot;
  key: string;
}

function tablet(...outcomes: (Error | null)[]) {
  const sent: Sent[] = [];
  const receipts = new Receipts(new Memory(), () => 'lan');
  const box = new BallotBox(
    async (command, key) => {
      sent.push({ command, key });
      const outcome = outcomes.shift();
      if (outcome) {
        throw outcome;
      }
    },
    () => 500,
    ({ id, sealed }, marks) => sealed && receipts.recorded(id, sealed.receipt, marks),
  );
  const poll = (before = 0): Poll => ({ id: 'v1', sealed: { receipt: receipts.forVote('v1'), before } });
  return { box, sent, receipts, poll };
}

test('a code is of the form that the server takes, and never twice the same', () => {
  const codes = Array.from({ length: 500 }, newReceipt);
  expect(codes.every(code => /^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){3}$/.test(code))).toBe(true);
  expect(new Set(codes).size).toBe(500);
});

test('codes are compared as people type them, and nothing is no code', () => {
  expect(sameReceipt('7KQM-2XWD-H9TR-V4PC', ' 7kqm 2xwdh9tr–v4pc')).toBe(true);
  expect(sameReceipt('7KQM-2XWD-H9TR-V4PC', '7KQM-2XWD-H9TR-V4PD')).toBe(false);
  expect(sameReceipt('', ' - ')).toBe(false);
});

test('a code is kept by person and vote, and all are forgotten at signing out', () => {
  const storage = new Memory();
  storage.setItem('icabinet.outbox.lan', '[]');
  let user = 'lan';
  const receipts = new Receipts(storage, () => user);
  const first = receipts.forVote('v1');
  expect(receipts.forVote('v1')).toBe(first);
  expect(receipts.forVote('v2')).not.toBe(first);
  user = 'minh';
  expect(receipts.kept('v1')).toBeNull();
  expect(receipts.forVote('v1')).not.toBe(first);
  receipts.forgetAll();
  user = 'lan';
  expect([receipts.kept('v1'), receipts.kept('v2')]).toEqual([null, null]);
  expect(storage.getItem('icabinet.outbox.lan')).toBe('[]');
});

test('a secret ballot is sealed under the code; its key tells nothing of it', async () => {
  const { box, sent, poll } = tablet();
  const { sealed } = poll();
  await box.cast(poll(), { ...NO_MARKS, choice: 'other', opinion: 'Thêm kinh phí' });
  expect(sent[0]!.command).toEqual({
    type: 'ballot.seal',
    vote: 'v1',
    receipt: sealed!.receipt,
    choice: 'other',
    opinion: 'Thêm kinh phí',
  });
  expect(sent[0]!.key).not.toContain(sealed!.receipt);
});

test('sending again carries the same code under the same key; a changed ballot the same code under a new key', async () => {
  const { box, sent, poll } = tablet(new NetworkLost('mất kết nối'));
  await box.cast(poll(), FOR);
  await box.again();
  await box.cast(poll(), AGAINST);
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[2]!.key).not.toBe(sent[0]!.key);
  expect(new Set(sent.map(({ command }) => 'receipt' in command && command.receipt)).size).toBe(1);
});

test('recorded is said and the choice kept only after the answer', async () => {
  const { box, receipts, poll } = tablet();
  const done = box.cast(poll(), FOR);
  expect(box.state.value.phase).toBe('sending');
  box.settleSealed('v1', 400);
  expect(box.state.value.phase).toBe('sending');
  expect(receipts.kept('v1')?.marks).toBeNull();
  await done;
  expect(box.state.value.phase).toBe('recorded');
  receipts.stamp('v1', 400);
  box.settleSealed('v1', 400);
  expect(box.state.value.phase).toBe('none');
  expect(receipts.marksAt('v1', 400)).toEqual(FOR);
});

test('neither a lost nor a refused ballot changes what is kept', async () => {
  for (const trouble of [new NetworkLost('mất'), new Refusal(409, 'vote.not-open', 'Đã đóng.')]) {
    const { box, receipts, poll } = tablet(null, trouble);
    await box.cast(poll(), FOR);
    receipts.stamp('v1', 400);
    await box.cast(poll(400), AGAINST);
    expect(receipts.marksAt('v1', 400)).toEqual(FOR);
  }
});

test('a newer record settles a ballot whose answer was lost, without saying what it holds; an old one does not', async () => {
  const { box, receipts, poll } = tablet(null, new NetworkLost('mất kết nối'));
  await box.cast(poll(), FOR);
  receipts.stamp('v1', 400);
  box.settleSealed('v1', 400);
  await box.cast(poll(400), AGAINST);
  box.settleSealed('v1', 400);
  expect(box.state.value.phase).toBe('unrecorded');
  box.settleSealed('v1', 600);
  expect(box.state.value.phase).toBe('none');
  receipts.stamp('v1', 600);
  expect(receipts.marksAt('v1', 600)).toBeNull();
});
