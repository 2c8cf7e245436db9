import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { NetworkLost, Refusal } from '../src/sync/api';
import { PlainDrawer, SealedDrawer } from '../src/sync/drawers';
import { type Drawer, Outbox, type Patient } from '../src/sync/outbox';
import { Safe } from '../src/vault/safe';

type Answer = 'recorded' | 'lost' | 'refused' | 'busy';

let drawer: SealedDrawer;
let sent: string[];
let keys: string[];
let answer: Answer;
let made = 0;

beforeEach(() => {
  made += 1;
  drawer = new SealedDrawer(new Safe(`box-${made}`));
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

async function box(user = 'u1'): Promise<Outbox> {
  const made = new Outbox(drawer, send, () => 1000);
  await made.open(user);
  return made;
}

const comment = (text: string): Patient => ({ type: 'comment.add', comment: `c-${text}`, paper: 'p1', text });

test('with a network nothing stays behind', async () => {
  const outbox = await box();
  await outbox.add('m1', comment('một'));
  expect(sent).toEqual(['một']);
  expect(outbox.waiting.value).toEqual([]);
});

test('without a network acts wait in order, survive a reload and keep their keys', async () => {
  answer = 'lost';
  const before = await box();
  await before.add('m1', comment('một'));
  await before.add('m1', comment('hai'));
  const kept = before.waiting.value.map(act => act.key);
  const after = await box();
  expect(after.unsent.value).toBe(2);
  answer = 'recorded';
  await after.flush();
  expect(sent).toEqual(['một', 'hai']);
  expect(keys).toEqual(kept);
  expect((await box()).waiting.value).toEqual([]);
});

test('acts that follow each other quickly are sent once each, in order, and none stays behind', async () => {
  const outbox = await box();
  const texts = Array.from({ length: 12 }, (_, at) => `${at}`);
  const adding = texts.map(async (text, at) => {
    await new Promise(resolve => setTimeout(resolve, at));
    await outbox.add('m1', comment(text));
  });
  const looking = texts.map(() => outbox.reread());
  await Promise.all([...adding, ...looking]);
  expect(sent).toEqual(texts);
  expect(new Set(keys).size).toBe(texts.length);
  expect(outbox.waiting.value).toEqual([]);
  expect((await box()).waiting.value).toEqual([]);
});

test('what the server refuses is shown with its sentence and does not hold up the rest', async () => {
  answer = 'lost';
  const outbox = await box();
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
  const outbox = await box();
  await outbox.add('m1', comment('một'));
  expect(outbox.unsent.value).toBe(1);
  answer = 'recorded';
  await outbox.flush();
  expect(sent).toEqual(['một']);
});

test('another person on the same tablet sees and sends nothing of it', async () => {
  answer = 'lost';
  const outbox = await box();
  await outbox.add('m1', comment('một'));
  outbox.close();
  answer = 'recorded';
  await outbox.open('u2');
  await outbox.flush();
  expect(outbox.waiting.value).toEqual([]);
  expect(sent).toEqual([]);
});

test('two tabs that send the same act send it under one key', async () => {
  answer = 'lost';
  const one = await box();
  await one.add('m1', comment('một'));
  const other = await box();
  answer = 'recorded';
  await Promise.all([one.flush(), other.flush()]);
  expect(new Set(keys).size).toBe(1);
  await one.reread();
  expect(one.waiting.value).toEqual([]);
});

test('what a full tablet cannot file is still sent, once', async () => {
  const full: Drawer = {
    all: async () => [],
    put: () => Promise.reject(new Error('no room')),
    remove: async () => {},
  };
  answer = 'lost';
  const outbox = new Outbox(full, send, () => 1000);
  await outbox.open('u1');
  await outbox.add('m1', comment('một'));
  await outbox.reread();
  expect(outbox.unsent.value).toBe(1);
  answer = 'recorded';
  await outbox.flush();
  await outbox.flush();
  expect(sent).toEqual(['một']);
});

test('what is about a secret paper waits in memory, and never on the tablet', async () => {
  answer = 'lost';
  const outbox = new Outbox(
    drawer,
    send,
    () => 1000,
    () => {},
    () => false,
  );
  await outbox.open('u1');
  await outbox.add('m1', comment('một'));
  expect(outbox.unsent.value).toBe(1);
  expect(await drawer.all('u1')).toEqual([]);
  answer = 'recorded';
  await outbox.flush();
  expect(sent).toEqual(['một']);
});

test('on plain http the box survives in the plain storage, in order', async () => {
  const items = new Map<string, string>();
  const storage = {
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
  };
  answer = 'lost';
  const before = new Outbox(new PlainDrawer(storage), send, () => 1000);
  await before.open('u1');
  await before.add('m1', comment('một'));
  await before.add('m1', comment('hai'));
  const after = new Outbox(new PlainDrawer(storage), send, () => 1000);
  await after.open('u1');
  answer = 'recorded';
  await after.flush();
  expect(sent).toEqual(['một', 'hai']);
  expect(items.size).toBe(0);
});
