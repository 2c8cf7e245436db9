import { beforeEach, expect, test } from 'vitest';
import { NetworkLost, Refusal } from '../src/sync/api';
import { Outbox, type Patient } from '../src/sync/outbox';

/** A storage like the browser's, which two boxes (two tabs, or a reload) share. */
class Shelf implements Storage {
  private readonly items = new Map<string, string>();
  get length(): number {
    return this.items.size;
  }
  clear = () => this.items.clear();
  getItem = (key: string) => this.items.get(key) ?? null;
  key = (index: number) => [...this.items.keys()][index] ?? null;
  removeItem = (key: string) => void this.items.delete(key);
  setItem = (key: string, value: string) => void this.items.set(key, value);
}

type Answer = 'recorded' | 'lost' | 'refused' | 'busy';

let shelf: Shelf;
let sent: string[];
let keys: string[];
let answer: Answer;

beforeEach(() => {
  shelf = new Shelf();
  sent = [];
  keys = [];
  answer = 'recorded';
});

async function send(_stream: string, command: Patient, key: string): Promise<void> {
  if (answer === 'lost') {
    throw new NetworkLost('mất kết nối');
  }
  keys.push(key);
  if (answer === 'refused') {
    throw new Refusal(409, 'paper.not-published', 'Tài liệu này đã thu hồi.');
  }
  if (answer === 'busy') {
    throw new Refusal(503, 'busy', 'Hệ thống đang bận.');
  }
  sent.push(command.type === 'comment.add' ? command.text : command.type);
}

function box(): Outbox {
  const made = new Outbox(shelf, send, () => 1000);
  made.open('u1');
  return made;
}

const comment = (text: string): Patient => ({ type: 'comment.add', comment: `c-${text}`, paper: 'p1', text });

test('with a network nothing stays behind', async () => {
  const outbox = box();
  await outbox.add('m1', comment('một'));
  expect(sent).toEqual(['một']);
  expect(outbox.waiting.value).toEqual([]);
});

test('without a network acts wait in order, survive a reload and keep their keys', async () => {
  answer = 'lost';
  const before = box();
  await before.add('m1', comment('một'));
  await before.add('m1', comment('hai'));
  const kept = before.waiting.value.map(act => act.key);
  const after = box();
  expect(after.unsent.value).toBe(2);
  answer = 'recorded';
  await after.flush();
  expect(sent).toEqual(['một', 'hai']);
  expect(keys).toEqual(kept);
  expect(box().waiting.value).toEqual([]);
});

test('what the server refuses is shown with its sentence and does not hold up the rest', async () => {
  answer = 'lost';
  const outbox = box();
  await outbox.add('m1', comment('một'));
  answer = 'refused';
  await outbox.flush();
  answer = 'recorded';
  await outbox.add('m1', comment('hai'));
  expect(sent).toEqual(['hai']);
  expect(outbox.waiting.value.map(act => act.refused)).toEqual(['Tài liệu này đã thu hồi.']);
  expect(outbox.unsent.value).toBe(0);
  await outbox.retry(outbox.waiting.value[0]!.key);
  expect(sent).toEqual(['hai', 'một']);
});

test('a busy server is asked again later', async () => {
  answer = 'busy';
  const outbox = box();
  await outbox.add('m1', comment('một'));
  expect(outbox.unsent.value).toBe(1);
  answer = 'recorded';
  await outbox.flush();
  expect(sent).toEqual(['một']);
});

test('another person on the same tablet sees and sends nothing of it', async () => {
  answer = 'lost';
  const outbox = box();
  await outbox.add('m1', comment('một'));
  outbox.close();
  answer = 'recorded';
  outbox.open('u2');
  await outbox.flush();
  expect(outbox.waiting.value).toEqual([]);
  expect(sent).toEqual([]);
});

test('two tabs that send the same act send it under one key', async () => {
  answer = 'lost';
  const one = box();
  await one.add('m1', comment('một'));
  const other = box();
  answer = 'recorded';
  await Promise.all([one.flush(), other.flush()]);
  expect(new Set(keys).size).toBe(1);
  one.reread();
  expect(one.waiting.value).toEqual([]);
});
