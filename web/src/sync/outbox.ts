import { computed, signal } from '@preact/signals';
import type { Command } from '../wire';
import { NetworkLost, Refusal } from './api';
import { newId } from './ids';

/** Only these may wait for the network; a vote never does. */
export type Patient = Extract<
  Command,
  {
    type:
      | 'note.add'
      | 'note.edit'
      | 'note.share'
      | 'note.remove'
      | 'ink.draw'
      | 'ink.erase'
      | 'ink.replace'
      | 'ink.share'
      | 'comment.add'
      | 'comment.remove'
      | 'reading.report';
  }
>;

export interface Waiting {
  key: string;
  stream: string;
  command: Patient;
  /** This tablet's clock, on the server's time. */
  since: number;
  /** The server's sentence when it refused; such an act is not sent again by itself. */
  refused?: string;
}

export type Send = (stream: string, command: Patient, key: string) => Promise<unknown>;

/** Where acts lie until they are sent, one by one, so that two tabs do not overwrite each other's. */
export interface Drawer {
  /** By their names, sorted: the order in which they were made. */
  all(user: string): Promise<[name: string, act: Waiting][]>;
  put(user: string, name: string, act: Waiting): Promise<void>;
  remove(user: string, name: string): Promise<void>;
}

/**
 * Notes, strokes and comments that the server has not acknowledged yet, in the order they were made.
 * They survive a cold start; an act keeps its key, so that sending twice records once.
 */
export class Outbox {
  readonly waiting = signal<readonly Waiting[]>([]);
  readonly unsent = computed(() => this.waiting.value.filter(act => !act.refused).length);
  private user = '';
  private entries = new Map<string, Waiting>();
  /** Not in the drawer yet; on a tablet that is full they stand in memory only, and are sent from there. */
  private readonly unfiled = new Map<string, Waiting>();
  /** Taken out, and in the drawer for another moment. */
  private readonly leaving = new Set<string>();
  private sending: Promise<void> | undefined;
  /** Something may have come since the sending began. */
  private asked = false;
  /** Changes of the drawer, one after the other. */
  private filing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly drawer: Drawer,
    private readonly send: Send,
    private readonly now: () => number,
    private readonly changed: () => void = () => {},
    /** What may not lie on the tablet waits in memory only. */
    private readonly mayBeFiled: (stream: string, command: Patient) => boolean = () => true,
  ) {}

  /** Shows what `user` left behind on this tablet. */
  async open(user: string): Promise<void> {
    this.user = user;
    await this.reread();
  }

  close(): void {
    this.user = '';
    this.unfiled.clear();
    this.leaving.clear();
    this.show(new Map());
  }

  async add(stream: string, command: Patient): Promise<void> {
    const act = { key: newId(), stream, command, since: this.now() };
    await this.put(nameOf(act), act);
    await this.flush();
  }

  /** Sends in order; stops at the first act that finds no network. Two tabs never send at once. */
  flush(): Promise<void> {
    this.asked = true;
    if (!this.sending && this.user) {
      this.sending = alone(() => this.sendAll()).finally(() => {
        this.sending = undefined;
        return this.asked ? this.flush() : undefined;
      });
    }
    return this.sending ?? Promise.resolve();
  }

  async retry(key: string): Promise<void> {
    const entry = this.entry(key);
    if (entry) {
      const { refused: _, ...act } = entry[1];
      await this.put(entry[0], act);
    }
    await this.flush();
  }

  async discard(key: string): Promise<void> {
    const entry = this.entry(key);
    if (entry) {
      await this.remove(entry[0]);
    }
  }

  async discardAll(): Promise<void> {
    await Promise.all([...this.entries.keys()].map(name => this.remove(name)));
  }

  /**
   * Another tab of the same person changed the box. The drawer is read between its changes, never during one: whoever
   * acts quickly would find an act again that is sent, or lose one that is not.
   */
  async reread(): Promise<void> {
    const user = this.user;
    if (user) {
      this.filing = this.filing.then(() => this.readDrawer(user));
      await this.filing;
    }
  }

  private async readDrawer(user: string): Promise<void> {
    const found = await this.drawer.all(user).catch(() => [...this.entries]);
    if (user === this.user) {
      const there = found.filter(([name]) => !this.leaving.has(name));
      this.show(new Map([...there, ...this.unfiled]));
    }
  }

  private async sendAll(): Promise<void> {
    this.asked = false;
    await this.reread();
    for (let next = this.next(); next; next = this.next()) {
      const [name, act] = next;
      try {
        await this.send(act.stream, act.command, act.key);
        await this.remove(name);
      } catch (error) {
        if (mayPass(error)) {
          return;
        }
        await this.put(name, { ...act, refused: (error as Error).message });
      }
    }
  }

  private next(): [string, Waiting] | undefined {
    return this.user ? [...this.entries].find(([, act]) => !act.refused) : undefined;
  }

  private entry(key: string): [string, Waiting] | undefined {
    return [...this.entries].find(([, act]) => act.key === key);
  }

  private async put(name: string, act: Waiting): Promise<void> {
    this.unfiled.set(name, act);
    this.show(new Map(this.entries).set(name, act));
    if (!this.mayBeFiled(act.stream, act.command)) {
      return;
    }
    await this.file(async user => {
      await this.drawer.put(user, name, act);
      this.unfiled.delete(name);
    });
  }

  private async remove(name: string): Promise<void> {
    const left = new Map(this.entries);
    left.delete(name);
    this.unfiled.delete(name);
    this.leaving.add(name);
    this.show(left);
    await this.file(async user => {
      await this.drawer.remove(user, name);
      this.leaving.delete(name);
    });
  }

  private async file(change: (user: string) => Promise<void>): Promise<void> {
    const user = this.user;
    this.filing = this.filing
      .then(() => (user ? change(user) : undefined))
      .catch(problem => console.info('the box is not kept:', problem));
    await this.filing;
    this.changed();
  }

  private show(entries: Map<string, Waiting>): void {
    this.entries = new Map([...entries].sort(([one], [other]) => (one < other ? -1 : 1)));
    this.waiting.value = [...this.entries.values()];
  }
}

let made = 0;
let latest = 0;

/** Sorts by time, and within a millisecond by the order of the taps; a clock that is put back changes no order. */
function nameOf({ since, key }: Waiting): string {
  made += 1;
  latest = Math.max(latest, since);
  return `${String(latest).padStart(15, '0')}.${String(made).padStart(6, '0')}.${key}`;
}

/** Holds other tabs of this browser off, where it can (not on plain http: there the keys alone prevent doubles). */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  await (locks ? locks.request('icabinet.outbox', work) : work());
}

/** No network, a busy server or an ended session: the act is good and is sent later. */
function mayPass(error: unknown): boolean {
  if (error instanceof Refusal) {
    return error.status >= 500 || error.status === 429 || error.status === 401;
  }
  return error instanceof NetworkLost;
}
