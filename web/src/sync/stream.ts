import { signal } from '@preact/signals';
import { keeper } from '../vault';
import type { Role } from '../wire';
import { get, Refusal, sentence } from './api';
import { serverNow, setServerTime } from './clock';
import type { Change } from './link';
import { Records, type Snapshot } from './records';

interface SnapshotAnswer {
  stream: string;
  at: number;
  now: number;
  role: Role;
  records: Snapshot;
}

/** How far the server is in reading a paper: pages `done` of `of`, 0 of 0 while it is being turned into a PDF. */
export interface ReadingStep {
  stage: 'converting' | 'reading' | 'recognising';
  done: number;
  of: number;
}

export interface PresentedPage {
  version: string;
  page: number;
  /** What the presenter sees of it: left, top, right, bottom in thousandths of the page. */
  part: [number, number, number, number];
}

/** What is presented now; `page` is null when it is a paper that this person may not read. */
export interface Presented {
  by: string;
  page: PresentedPage | null;
}

/** `waiting`: no network yet, it will be asked for again; `failed`: the server said no, `reason` says why. */
export type StreamState = 'loading' | 'waiting' | 'live' | 'failed';

/** A server that does not answer for so long: the reader sees what the tablet keeps; milliseconds. */
const PATIENCE = 2500;

/** Longer than a tablet takes to come back to a server that is there; milliseconds. */
const UNHEARD_MS = 20_000;

/** One meeting (or the office) as this person may see it, kept up to date by events. */
export class Stream {
  readonly records = new Records();
  readonly state = signal<StreamState>('loading');
  readonly reason = signal('');
  readonly role = signal<Role | null>(null);
  readonly online = signal<ReadonlySet<string>>(new Set());
  readonly presented = signal<Presented | null>(null);
  readonly reading = signal<Readonly<Record<string, ReadingStep>>>({});
  /** When what is shown was so (server's time), while it comes from this tablet's own store; else null. */
  readonly keptAt = signal<number | null>(null);
  at = 0;
  /** False until a snapshot came, and again after the server asked for a new one. */
  fresh = false;

  private unheard: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly id: string) {}

  /** Asks for everything anew. True when the stream is ready to be subscribed to from `at`. */
  async load(): Promise<boolean> {
    const asked = Date.now();
    const waiting = setTimeout(() => void this.showKept(), PATIENCE);
    try {
      const answer = await get<SnapshotAnswer>(`/api/streams/${encodeURIComponent(this.id)}`);
      setServerTime(answer.now, asked);
      this.records.replace(answer.records);
      this.at = answer.at;
      this.fresh = true;
      this.role.value = answer.role;
      this.keptAt.value = null;
      this.state.value = 'live';
      return true;
    } catch (error) {
      await this.failed(error);
      return false;
    } finally {
      clearTimeout(waiting);
    }
  }

  /** What this tablet keeps of the meeting, until the server answers. */
  private async showKept(): Promise<void> {
    const kept = await keeper?.meetings.kept(this.id, serverNow()).catch(() => undefined);
    if (kept && this.state.peek() !== 'live') {
      this.records.replace(kept.records);
      this.role.value = kept.role;
      this.keptAt.value = kept.at;
      this.state.value = 'live';
    }
  }

  /**
   * The link is up again, perhaps to a server that was started anew and knows of no presenter. Whoever still presents
   * says so again; when nobody has after a while, nothing is presented.
   */
  reconnected(): void {
    clearTimeout(this.unheard);
    this.unheard = setTimeout(() => {
      this.presented.value = null;
    }, UNHEARD_MS);
  }

  events(at: number, changes: Change[]): void {
    if (at > this.at) {
      this.records.apply(changes);
      this.at = at;
    }
  }

  /** The server has seen everything up to `at`; nothing of it was for this person. */
  passed(at: number): void {
    this.at = Math.max(this.at, at);
  }

  signal(kind: string, user: string, value: unknown): void {
    if (kind === 'presence') {
      this.online.value = new Set((value as { online: string[] }).online);
    } else if (kind === 'reading') {
      this.reading.value = (value as { versions: Record<string, ReadingStep> }).versions;
    } else if (kind === 'page') {
      clearTimeout(this.unheard);
      this.presented.value = presentedOf(user, value as PresentedPage | { hidden: true } | null);
    }
  }

  private async failed(error: unknown): Promise<void> {
    if (error instanceof Refusal && error.status < 500) {
      this.reason.value = sentence(error);
      this.keptAt.value = null;
      this.state.value = 'failed';
      return;
    }
    await this.showKept();
    if (this.state.peek() !== 'live') {
      this.state.value = 'waiting';
    }
  }
}

function presentedOf(by: string, value: PresentedPage | { hidden: true } | null): Presented | null {
  return value && { by, page: 'hidden' in value ? null : value };
}
