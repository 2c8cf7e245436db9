import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { Safe } from '../../src/vault/safe';

const WORDS = 'Dự thảo Nghị quyết về tiếp tục thực hiện Đề án 06';
let made = 0;

function fresh(): [Safe, string] {
  made += 1;
  const name = `safe-${made}`;
  return [new Safe(name), name];
}

/** Everything that lies in the base, as bytes that somebody with a copy of it would search. */
async function raw(name: string): Promise<string> {
  const base = await openDB(name);
  const cells = (await base.getAll('cells')) as ArrayBuffer[];
  base.close();
  return cells.map(cell => Buffer.from(cell).toString('latin1')).join('\n');
}

test('what is put comes back, from another start of the program too', async () => {
  const [safe, name] = fresh();
  await safe.putValue('meeting/m1', 'records', { title: WORDS });
  expect(await new Safe(name).getValue('meeting/m1', 'records')).toEqual({ title: WORDS });
});

test('no word of it lies open in the base', async () => {
  const [safe, name] = fresh();
  await safe.putValue('meeting/m1', 'records', { title: WORDS, latin: 'plain words' });
  const found = await raw(name);
  expect(found.length).toBeGreaterThan(50);
  expect(found).not.toContain('plain words');
  expect(found).not.toContain(Buffer.from(WORDS).toString('latin1'));
});

test('no script can read a key out', async () => {
  const [safe, name] = fresh();
  await safe.putValue('meeting/m1', 'records', 1);
  const base = await openDB(name);
  const key = (await base.get('keys', 'meeting/m1')) as CryptoKey;
  base.close();
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

test('sealed bytes that were put elsewhere, or touched, do not open', async () => {
  const [safe, name] = fresh();
  await safe.putValue('paper/m1/v1', 'piece/000000', 'một');
  await safe.putValue('paper/m1/v1', 'piece/000001', 'hai');
  const base = await openDB(name);
  const first = (await base.get('cells', ['paper/m1/v1', 'piece/000000'])) as ArrayBuffer;
  await base.put('cells', first, ['paper/m1/v1', 'piece/000001']);
  const touched = new Uint8Array(first.slice(0));
  touched[20]! ^= 1;
  await base.put('cells', touched.buffer, ['paper/m1/v1', 'piece/000000']);
  base.close();
  expect(await safe.getValue('paper/m1/v1', 'piece/000001')).toBeUndefined();
  expect(await safe.getValue('paper/m1/v1', 'piece/000000')).toBeUndefined();
});

test('the same words are never sealed to the same bytes', async () => {
  const [safe, name] = fresh();
  await safe.putValue('person', 'a', WORDS);
  const before = await raw(name);
  await safe.putValue('person', 'a', WORDS);
  expect(await raw(name)).not.toBe(before);
});

test('wiping a space leaves the others, and its key is gone', async () => {
  const [safe] = fresh();
  await safe.putValue('paper/m1/v1', 'volume', 1);
  await safe.putValue('paper/m1/v10', 'volume', 2);
  await safe.wipe('paper/m1/v1');
  expect(await safe.spaces('paper/')).toEqual(['paper/m1/v10']);
  expect(await safe.names('paper/m1/v1')).toEqual([]);
  expect(await safe.getValue('paper/m1/v10', 'volume')).toBe(2);
  await safe.wipeAll();
  expect(await safe.spaces()).toEqual([]);
});

test('two tabs that begin a space at once share its key', async () => {
  const [one, name] = fresh();
  const other = new Safe(name);
  await Promise.all([one.putValue('person', 'a', 1), other.putValue('person', 'b', 2)]);
  expect(await one.getValue('person', 'b')).toBe(2);
  expect(await other.getValue('person', 'a')).toBe(1);
});

test('after its person has left nothing more is written, until somebody signs in', async () => {
  const [safe] = fresh();
  await safe.putValue('person', 'a', 1);
  const late = safe.putValue('meeting/m1', 'records', WORDS);
  safe.close();
  await safe.wipeAll();
  await late;
  await safe.putValue('meeting/m2', 'records', WORDS);
  expect(await safe.spaces()).toEqual([]);
  expect(await safe.names('meeting/m1')).toEqual([]);
  safe.open();
  await safe.putValue('person', 'a', 2);
  expect(await safe.getValue('person', 'a')).toBe(2);
});
