import { afterEach, expect, test, vi } from 'vitest';

const kept = vi.hoisted(() => new Map<string, string>());
vi.hoisted(() => {
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
});
const send = vi.hoisted(() => vi.fn());
vi.mock('../src/sync/cabinet', () => ({ send }));

import {
  type AnswerDraft,
  deskOf,
  submit,
  submitAgain,
  takeUp,
  write,
} from '../src/screens/circulations/draft';
import { NetworkLost } from '../src/sync/api';

const said: AnswerDraft = { choice: 'other', text: 'Sửa Điều 2', file: null, keeps: false };

afterEach(() => {
  vi.useRealTimers();
  send.mockReset();
});

/** A server that takes its time; what is given back lets it answer. */
function slowly(): () => void {
  let answer = () => {};
  send.mockImplementationOnce(() => new Promise<void>(resolve => (answer = resolve)));
  return () => answer();
}

test('what was sent as it stands is kept no longer', async () => {
  vi.useFakeTimers();
  send.mockResolvedValue({ at: 1 });
  write('c1', said);
  vi.advanceTimersByTime(1000);
  expect(kept.size).toBe(1);
  await submit('c1', said);
  expect([deskOf('c1').draft.value, kept.size]).toEqual([null, 0]);
});

test('words written while an answer was on its way stay, as not yet sent', async () => {
  vi.useFakeTimers();
  const answer = slowly();
  write('c2', said);
  const done = submit('c2', said);
  const newer = { ...said, text: 'Sửa Điều 2 và Điều 3' };
  write('c2', newer);
  await submit('c2', newer);
  expect(send, 'one at a time').toHaveBeenCalledTimes(1);
  answer();
  await done;
  expect(deskOf('c2').draft.value).toEqual(newer);
  vi.advanceTimersByTime(1000);
  expect([...kept.values()], 'a crash takes none of it').toEqual([JSON.stringify(newer)]);
});

test('sent again, the older text is recorded and the newer one stays', async () => {
  send.mockRejectedValueOnce(new NetworkLost(''));
  write('c3', said);
  await submit('c3', said);
  const newer = { ...said, text: 'Bỏ Điều 2' };
  write('c3', newer);
  send.mockResolvedValue({ at: 1 });
  await submitAgain('c3');
  expect(send.mock.calls.map(([, command, key]) => [command.text, key])).toEqual([
    ['Sửa Điều 2', expect.any(String)],
    ['Sửa Điều 2', send.mock.calls[0]![2]],
  ]);
  expect(deskOf('c3').draft.value).toEqual(newer);
  await submit('c3', newer);
  expect(deskOf('c3').draft.value).toBeNull();
});

test('a file that went with the older words is the recorded one for the newer', async () => {
  const answer = slowly();
  const withFile = { ...said, file: { document: 'e1', name: 'gop-y.pdf' } };
  write('c4', withFile);
  const done = submit('c4', withFile);
  write('c4', { ...withFile, text: 'Xem tệp' });
  answer();
  await done;
  expect(deskOf('c4').draft.value).toEqual({ ...said, text: 'Xem tệp', keeps: true });
  await takeUp('c4');
  expect(deskOf('c4').draft.value?.text).toBe('Xem tệp');
});
