import { signal } from '@preact/signals';
import type { Role } from '../wire';
import { get, Refusal, sentence } from './api';
import { setServerTime } from './clock';
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

/** One meeting (or the office) as this person may see it, kept up to date by events. */
export class Stream {
  readonly records = new Records();
  readonly state = signal<StreamState>('loading');
  readonly reason = signal('');
  readonly role = signal<Role | null>(null);
  readonly online = signal<ReadonlySet<string>>(new Set());
  readonly presented = signal<Presented | null>(null);
  readonly reading = signal<Readonly<Record<string, ReadingStep>>>({});
  at = 0;
  /** False until a snapshot came, and again after the server asked for a new one. */
  fresh = false;

  constructor(readonly id: string) {}

  /** Asks for everything anew. True when the stream is ready to be subscribed to from `at`. */
  async load(): Promise<boolean> {
    const asked = Date.now();
    try {
      const answer = await get<SnapshotAnswer>(`/api/streams/${encodeURIComponent(this.id)}`);
      setServerTime(answer.now, asked);
      this.records.replace(answer.records);
      this.at = answer.at;
      this.fresh = true;
      this.role.value = answer.role;
      this.state.value = 'live';
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
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
      this.presented.value = presentedOf(user, value as PresentedPage | { hidden: true } | null);
    }
  }

  private failed(error: unknown): void {
    if (error instanceof Refusal && error.status < 500) {
      this.reason.value = sentence(error);
      this.state.value = 'failed';
    } else if (this.state.value !== 'live') {
      this.state.value = 'waiting';
    }
  }
}

function presentedOf(by: string, value: PresentedPage | { hidden: true } | null): Presented | null {
  return value && { by, page: 'hidden' in value ? null : value };
}
