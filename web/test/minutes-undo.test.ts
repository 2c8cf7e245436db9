import { expect, test } from 'vitest';
import { inverse, type Step } from '../src/rules/minutes-undo';

const row = (text: string, after: string) => ({ text, after, author: 'a', at: 1 });

test('own paragraphs that were added, moved and removed are put back as they were', () => {
  const added: Step = { is: 'added', paragraph: 'o1', text: 'Mới' };
  const moved: Step = { is: 'moved', paragraph: 'o1', from: 'b1', to: 'b2' };
  const removed: Step = { is: 'removed', paragraph: 'o1', from: 'b2', text: 'Mới' };
  expect(inverse(added, row('Mới', 'b1'))).toEqual({ type: 'minutes.remove', paragraph: 'o1' });
  expect(inverse(moved, row('Mới', 'b2'))).toEqual({ type: 'minutes.move', paragraph: 'o1', after: 'b1' });
  expect(inverse(removed, undefined)).toEqual({
    type: 'minutes.add',
    paragraph: 'o1',
    after: 'b2',
    text: 'Mới',
  });
});

test('what somebody else has changed since is left alone', () => {
  expect(inverse({ is: 'added', paragraph: 'o1', text: 'Mới' }, row('Khác', 'b1'))).toBeNull();
  expect(inverse({ is: 'added', paragraph: 'o1', text: 'Mới' }, undefined)).toBeNull();
  expect(inverse({ is: 'moved', paragraph: 'o1', from: 'b1', to: 'b2' }, row('Mới', 'b3'))).toBeNull();
  const removed: Step = { is: 'removed', paragraph: 'o1', from: 'b2', text: 'Mới' };
  expect(inverse(removed, row('Mới', 'b2'))).toBeNull();
});

test('words go back to what was generated, or to the wording before', () => {
  const words: Step = { is: 'words', block: 'x', before: null, after: 'b' };
  expect(inverse(words, undefined)).toEqual({ type: 'minutes.restore', block: 'x' });
  expect(inverse({ ...words, before: 'a' }, undefined)).toEqual({
    type: 'minutes.edit',
    block: 'x',
    text: 'a',
    base: 'b',
  });
});
