import { computed, signal } from '@preact/signals';
import type { OfficeRole } from '../wire';
import { get, NetworkLost, post, Refusal, setCsrf } from './api';
import { setServerTime } from './clock';

export interface Me {
  user: { id: string; login: string; name: string; title: string; unit: string; role: OfficeRole };
  csrf: string;
  now: number;
  office: { name: string };
  version: string;
}

/** `asking` at first; `away` when the server cannot be reached. */
export type SessionState = 'asking' | 'away' | 'signed-out' | 'signed-in';

const person = signal<Me | null>(null);

export const sessionState = signal<SessionState>('asking');
/** True when the session was ended by the server, not by the person. */
export const endedBySurprise = signal(false);
export const me = computed(() => person.value);

export async function restoreSession(): Promise<void> {
  const asked = Date.now();
  try {
    take(await get<Me>('/api/me'), asked);
  } catch (error) {
    sessionState.value = error instanceof Refusal && error.status === 401 ? 'signed-out' : 'away';
  }
}

/** Raises Refusal (wrong password, too many tries) or NetworkLost. */
export async function signIn(login: string, password: string): Promise<void> {
  const asked = Date.now();
  take(await post<Me>('/api/sign-in', { login, password }), asked);
}

export async function signOut(): Promise<void> {
  try {
    await post('/api/sign-out');
  } catch (error) {
    if (error instanceof NetworkLost) {
      throw error;
    }
  }
  leave(false);
}

/** Forgets the person; `surprise` when the server ended the session. */
export function leave(surprise: boolean): void {
  endedBySurprise.value = surprise && person.value !== null;
  person.value = null;
  setCsrf('');
  sessionState.value = 'signed-out';
}

export async function changePassword(current: string, password: string): Promise<void> {
  await post('/api/me/password', { current, password });
}

function take(answer: Me, asked: number): void {
  setServerTime(answer.now, asked);
  setCsrf(answer.csrf);
  person.value = answer;
  endedBySurprise.value = false;
  sessionState.value = 'signed-in';
}
