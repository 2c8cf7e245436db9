import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Scraps } from '../src/sync/scraps';
import { Safe } from '../src/vault/safe';

/** As much of a browser's storage as is used. */
class Plain implements Storage {
  private readonly cells = new Map<string, string>();
  get length() {
    return this.cells.size;
  }
  key = (place: number) => [...this.cells.keys()][place] ?? null;
  getItem = (name: string) => this.cells.get(name) ?? null;
  setItem = (name: string, value: string) => void this.cells.set(name, value);
  removeItem = (name: string) => void this.cells.delete(name);
  clear = () => this.cells.clear();
}

test('on plain http what was written is there for its writer alone until he signs out', async () => {
  const storage = new Plain();
  storage.setItem('other', 'x');
  let user = 'an';
  const scraps = new Scraps(undefined, storage, () => user);
  await scraps.put('answer/c1', { text: 'Góp ý' });
  expect(await new Scraps(undefined, storage, () => 'an').get('answer/c1')).toEqual({ text: 'Góp ý' });
  user = 'binh';
  expect(await scraps.get('answer/c1')).toBeUndefined();
  scraps.forget();
  user = 'an';
  expect(await scraps.get('answer/c1')).toBeUndefined();
  expect(storage.getItem('other')).toBe('x');
});

test('sealed in the safe it outlives the program and goes when it is sent', async () => {
  const storage = new Plain();
  await new Scraps(new Safe('scraps'), storage, () => 'an').put('answer/c1', { text: 'Góp ý' });
  const after = new Scraps(new Safe('scraps'), storage, () => 'an');
  expect(await after.get('answer/c1')).toEqual({ text: 'Góp ý' });
  expect(storage.length).toBe(0);
  await after.remove('answer/c1');
  expect(await after.get('answer/c1')).toBeUndefined();
});
