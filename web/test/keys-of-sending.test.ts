import { expect, test } from 'vitest';
import { Keys } from '../src/sync/keys';

test('the same content keeps its key, a changed one gets another', () => {
  const keys = new Keys();
  const first = keys.of({ type: 'item.add', title: 'Một' });
  expect(keys.of({ type: 'item.add', title: 'Một' })).toBe(first);
  const second = keys.of({ type: 'item.add', title: 'Hai' });
  expect(second).not.toBe(first);
  expect(keys.of({ type: 'item.add', title: 'Hai' })).toBe(second);
});
