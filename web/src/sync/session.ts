import { computed, signal } from '@preact/signals';
import { admit, endedByServer, keeper, whoMayRead, wipeAll } from '../vault';
import type { OfficeRole } from '../wire';
import { NetworkLost, post, Refusal, request, setCsrf } from './api';
import { setServerTime, startFrom } from './clock';
import { loadPlaces } from './places';

export interface Me {
  user: { id: string; login: string; name: string; title: string; unit: string; role: OfficeRole };
  csrf: string;
  now: number;
  /** When this sign-in runs out. */
  until: number;
  /** For so long a tablet may be read after it last heard from the server. */
  offline_days: number;
  office: { name: string; mail: boolean };
  version: string;
}

/** `asking` at first; `away` when the server cannot be reached. */
export type SessionState = 'asking' | 'away' | 'signed-out' | 'signed-in';

const person = signal<Me | null>(null);

export const sessionState = signal<SessionState>('asking');
/** True when the session was ended elsewhere: by the server, or in another tab. */
export const endedBySurprise = signal(false);
/** The server was not asked yet who this is: the tablet remembers. */
export const fromMemory = signal(false);
export const me = computed(() => person.value);

/** Signed out while the network was away: the server must still hear it, before anything else. */
const LEAVING = 'icabinet.leaving';
const PATIENCE = 15_000;
/** With something to read on the tablet nobody waits long for a server that does not answer. */
const SHORT_PATIENCE = 4000;

const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('icabinet') : null;
channel?.addEventListener('message', ({ data }) => data === 'left' && leave(true));

export async function restoreSession(): Promise<void> {
  const remembered = keeper && !person.peek() ? await whoMayRead() : null;
  const asked = Date.now();
  try {
    const patience = remembered ? SHORT_PATIENCE : PATIENCE;
    const answer = await request<Me>('GET', '/api/me', { patience });
    if (localStorage.getItem(LEAVING)) {
      setCsrf(answer.csrf);
      await post('/api/sign-out');
      left();
    } else {
      await take(answer, asked);
    }
  } catch (error) {
    await without(error, remembered);
  }
}

/** Nobody is signed in, or the server does not answer: then what the tablet keeps may be read. */
async function without(error: unknown, remembered: Me | null): Promise<void> {
  if (error instanceof Refusal && error.status === 401) {
    await endedByServer();
    left();
  } else if (localStorage.getItem(LEAVING)) {
    sessionState.value = 'signed-out';
  } else if (remembered) {
    await readFromMemory(remembered);
  } else if (!person.peek()) {
    sessionState.value = 'away';
  }
}

async function readFromMemory(remembered: Me): Promise<void> {
  const holder = await keeper?.people.holder();
  startFrom(holder?.offset ?? 0);
  setCsrf(remembered.csrf);
  await loadPlaces();
  fromMemory.value = true;
  person.value = remembered;
  sessionState.value = 'signed-in';
}

/** Raises Refusal (wrong password, too many tries) or NetworkLost. */
export async function signIn(login: string, password: string): Promise<void> {
  const asked = Date.now();
  await take(await post<Me>('/api/sign-in', { login, password }), asked);
}

/** Nothing of the person stays on this tablet, also when the server cannot be told yet. */
export async function signOut(): Promise<void> {
  localStorage.setItem(LEAVING, 'yes');
  await wipeAll();
  try {
    await post('/api/sign-out');
    localStorage.removeItem(LEAVING);
  } catch (error) {
    if (!(error instanceof NetworkLost)) {
      localStorage.removeItem(LEAVING);
    }
  }
  channel?.postMessage('left');
  leave(false);
}

function left(): void {
  localStorage.removeItem(LEAVING);
  leave(person.peek() !== null);
}

/**
 * Forgets the person; `surprise` when the session was ended elsewhere. The server and the other tab may both tell it:
 * whoever comes second does not unsay the first.
 */
export function leave(surprise: boolean): void {
  if (person.peek() !== null) {
    endedBySurprise.value = surprise;
  }
  person.value = null;
  fromMemory.value = false;
  setCsrf('');
  sessionState.value = 'signed-out';
}

export async function changePassword(current: string, password: string): Promise<void> {
  await post('/api/me/password', { current, password });
}

async function take(answer: Me, asked: number): Promise<void> {
  localStorage.removeItem(LEAVING);
  setServerTime(answer.now, asked);
  setCsrf(answer.csrf);
  await admit(answer);
  await loadPlaces();
  fromMemory.value = false;
  person.value = answer;
  endedBySurprise.value = false;
  sessionState.value = 'signed-in';
}
