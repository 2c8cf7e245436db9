/** The parts put together: one link, the open streams, the outbox, and how commands are sent. */

import { signal, untracked } from '@preact/signals';
import { endedByServer, keeper } from '../vault';
import type { Command } from '../wire';
import { post, sentence, whenSignedOut } from './api';
import { serverNow, setServerTime } from './clock';
import { PlainDrawer, SealedDrawer } from './drawers';
import { forgetEverything } from './finishing';
import { newId } from './ids';
import { isAboutSecret, keepNow, keepSoon } from './keeping';
import { Link, type LinkListener } from './link';
import { Outbox } from './outbox';
import { fromMemory, leave, me, restoreSession } from './session';
import { type PresentedPage, Stream } from './stream';
import { wakeWithThePage } from './wake';

export type Connection = 'connecting' | 'up' | 'lost';

export const connection = signal<Connection>('connecting');

const streams = new Map<string, Stream>();

/** Sends one command and waits until it is durable. Raises Refusal or NetworkLost; the same key is recorded once. */
export function send(stream: string, command: Command, key = newId()): Promise<{ at: number }> {
  return post<{ at: number }>(`/api/streams/${encodeURIComponent(stream)}/commands`, command, key);
}

const drawer = keeper ? new SealedDrawer(keeper.safe) : new PlainDrawer(localStorage);
const otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('icabinet.outbox') : null;

export const outbox = new Outbox(
  drawer,
  send,
  serverNow,
  () => otherTabs?.postMessage('changed'),
  (stream, command) => !isAboutSecret(streams.get(stream), command),
);

otherTabs?.addEventListener('message', () => void outbox.reread());

const listener: LinkListener = {
  connected(now) {
    setServerTime(now);
    connection.value = 'up';
    void confirm().then(() => outbox.flush());
    subscribeAll();
    for (const stream of streams.values()) {
      stream.reconnected();
    }
    presentAgain();
    keeper?.awake();
  },
  lost() {
    connection.value = 'lost';
  },
  events(stream, at, changes) {
    const open = streams.get(stream);
    open?.events(at, changes);
    if (open) {
      keepSoon(open, changes);
    }
  },
  reset(stream) {
    void reload(stream);
  },
  beat(now, at) {
    setServerTime(now);
    for (const [stream, position] of Object.entries(at)) {
      streams.get(stream)?.passed(position);
    }
    if (outbox.unsent.peek()) {
      void outbox.flush();
    }
  },
  signal(stream, kind, user, value) {
    if (kind === 'page' && user !== me.peek()?.user.id) {
      presenting.delete(stream);
    }
    streams.get(stream)?.signal(kind, user ?? '', value);
  },
  ended() {
    signedOutByServer();
  },
  forbidden() {
    for (const stream of streams.keys()) {
      void reload(stream);
    }
  },
};

const link = new Link(listener, () => new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws`));

/** For screens that nobody stands before: they come back within so many milliseconds of the server. */
export function tryAtLeastEvery(cap: number): void {
  link.tryAtLeastEvery(cap);
}

let stopWaking = () => {};

/** After signing in. Whoever calls it does not come to depend on what is read here. */
export function begin(): void {
  untracked(beginNow);
}

function beginNow(): void {
  const user = me.peek()?.user.id;
  if (!user) {
    return;
  }
  void outbox.open(user).then(() => outbox.flush());
  void keeper?.begin(me.peek()!.offline_days);
  connection.value = 'connecting';
  link.start();
  stopWaking();
  stopWaking = wakeWithThePage(link);
}

/** After signing out: nothing of the person stays in memory. */
export function finish(): void {
  untracked(finishNow);
}

function finishNow(): void {
  forgetEverything();
  link.stop();
  stopWaking();
  streams.clear();
  presenting.clear();
  outbox.close();
  keeper?.end();
}

/** The stream from memory, or loaded now and kept up to date until `closeStream`. */
export function openStream(id: string): Stream {
  const known = streams.get(id);
  if (known) {
    return known;
  }
  const stream = new Stream(id);
  streams.set(id, stream);
  void reload(id);
  return stream;
}

export function closeStream(id: string): void {
  streams.delete(id);
}

/** What this tablet presents, by stream: a server that has started anew is told again. */
const presenting = new Map<string, PresentedPage>();

/** The page that everybody who follows is shown; null when this person presents no more. */
export function present(stream: string, page: PresentedPage | null): void {
  if (page) {
    presenting.set(stream, page);
  } else {
    presenting.delete(stream);
  }
  link.signal(stream, 'page', page);
}

function presentAgain(): void {
  for (const [stream, page] of presenting) {
    link.signal(stream, 'page', page);
  }
}

const AGAIN = 3000;

/** Asks for the snapshot until it comes or the server says no, then for what follows it. */
export async function reload(id: string): Promise<void> {
  const stream = streams.get(id);
  if (!stream) {
    return;
  }
  stream.fresh = false;
  if (await stream.load()) {
    link.subscribe({ [id]: stream.at });
    await keepNow(stream);
  } else if (stream.state.peek() !== 'failed') {
    setTimeout(() => void reloadStale(), AGAIN);
  } else if (me.peek()) {
    await keeper?.removeMeeting(id);
  }
}

async function reloadStale(): Promise<void> {
  const stale = [...streams.values()].filter(stream => !stream.fresh && stream.state.peek() !== 'failed');
  await Promise.all(stale.map(stream => reload(stream.id)));
}

function subscribeAll(): void {
  const fresh = [...streams.values()].filter(stream => stream.fresh);
  if (fresh.length) {
    link.subscribe(Object.fromEntries(fresh.map(stream => [stream.id, stream.at])));
  }
}

/** A tablet that began without the server asks now who it is, for the sign-in may have been renewed meanwhile. */
async function confirm(): Promise<void> {
  if (fromMemory.peek()) {
    await restoreSession();
  }
}

function signedOutByServer(): void {
  if (me.peek()) {
    finish();
    void endedByServer();
    leave(true);
  }
}

whenSignedOut(signedOutByServer);

/** What went wrong with the last act, for the status line. */
export const notice = signal<{ text: string; kind: 'good' | 'stop' } | null>(null);

let forgetting: ReturnType<typeof setTimeout> | undefined;

export function say(text: string, kind: 'good' | 'stop' = 'good'): void {
  clearTimeout(forgetting);
  notice.value = { text, kind };
  forgetting = setTimeout(
    () => {
      notice.value = null;
    },
    kind === 'good' ? 4000 : 9000,
  );
}

/** Sends a command for a button: the server's sentence is shown when it refuses. True when recorded. */
export async function act(stream: string, command: Command, key?: string): Promise<boolean> {
  try {
    await send(stream, command, key);
    return true;
  } catch (error) {
    say(sentence(error), 'stop');
    return false;
  }
}
