import { computed, signal } from '@preact/signals';
import type { Command } from '../wire';
import { NetworkLost, Refusal } from './api';
import { newId } from './ids';

/** Only these may wait for the network; a vote never does. */
export type Patient = Extract<
  Command,
  { type: 'note.add' | 'note.edit' | 'note.share' | 'note.remove' | 'comment.add' | 'comment.remove' }
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

/**
 * Notes and comments that the server has not acknowledged yet, in the order they were made.
 * They survive a reload; an act keeps its key, so that sending twice records once.
 */
export class Outbox {
  readonly waiting = signal<readonly Waiting[]>([]);
  readonly unsent = computed(() => this.waiting.value.filter(act => !act.refused).length);
  private place = '';
  private flushing = false;

  constructor(
    private readonly storage: Storage,
    private readonly send: Send,
    private readonly now: () => number,
  ) {}

  /** Shows what `user` left behind on this tablet. */
  open(user: string): void {
    this.place = `icabinet.outbox.${user}`;
    this.waiting.value = this.read();
  }

  close(): void {
    this.place = '';
    this.waiting.value = [];
  }

  async add(stream: string, command: Patient): Promise<void> {
    this.write([...this.read(), { key: newId(), stream, command, since: this.now() }]);
    await this.flush();
  }

  /** Sends in order; stops at the first act that finds no network. */
  async flush(): Promise<void> {
    if (this.flushing || !this.place) {
      return;
    }
    this.flushing = true;
    try {
      await this.sendAll();
    } finally {
      this.flushing = false;
    }
  }

  retry(key: string): Promise<void> {
    this.write(this.read().map(act => (act.key === key ? withoutRefusal(act) : act)));
    return this.flush();
  }

  discard(key: string): void {
    this.write(this.read().filter(act => act.key !== key));
  }

  discardAll(): void {
    this.write([]);
  }

  /** Another tab of the same person changed the box. */
  reread(): void {
    if (this.place) {
      this.waiting.value = this.read();
    }
  }

  private async sendAll(): Promise<void> {
    for (let act = this.next(); act; act = this.next()) {
      try {
        await this.send(act.stream, act.command, act.key);
        this.discard(act.key);
      } catch (error) {
        if (mayPass(error)) {
          return;
        }
        this.refuse(act.key, (error as Error).message);
      }
    }
  }

  private next(): Waiting | undefined {
    return this.place ? this.read().find(act => !act.refused) : undefined;
  }

  private refuse(key: string, reason: string): void {
    this.write(this.read().map(act => (act.key === key ? { ...act, refused: reason } : act)));
  }

  private read(): Waiting[] {
    return JSON.parse(this.storage.getItem(this.place) ?? '[]') as Waiting[];
  }

  private write(acts: Waiting[]): void {
    if (acts.length) {
      this.storage.setItem(this.place, JSON.stringify(acts));
    } else {
      this.storage.removeItem(this.place);
    }
    this.waiting.value = acts;
  }
}

function withoutRefusal(act: Waiting): Waiting {
  const { refused: _, ...rest } = act;
  return rest;
}

/** No network, a busy server or an ended session: the act is good and is sent later. */
function mayPass(error: unknown): boolean {
  if (error instanceof Refusal) {
    return error.status >= 500 || error.status === 429 || error.status === 401;
  }
  return error instanceof NetworkLost;
}
