import { beforeAll, expect, test, vi } from 'vitest';

const ANSWER = {
  user: { id: 'u1', login: 'daibieu1', role: 'member' },
  csrf: 'c',
  now: 0,
  until: 0,
  offline_days: 14,
};

beforeAll(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  vi.stubGlobal('document', { documentElement: { lang: 'vi' } });
  vi.stubGlobal('fetch', async () => Response.json(ANSWER));
});

test('an end that the server and the other tab both tell is still said', async () => {
  const { endedBySurprise, leave, sessionState, signIn } = await import('../src/sync/session');
  await signIn('daibieu1', 'mat-khau');
  expect(sessionState.value).toBe('signed-in');
  leave(true);
  leave(true);
  expect(sessionState.value).toBe('signed-out');
  expect(endedBySurprise.value).toBe(true);
  await signIn('daibieu1', 'mat-khau');
  expect(endedBySurprise.value).toBe(false);
  leave(false);
  expect(endedBySurprise.value).toBe(false);
});
