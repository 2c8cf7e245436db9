import { signal } from '@preact/signals';
import { Fetching, Later, NotForUs } from './fetching';
import type { Wanted } from './rules';
import { Full } from './safe';
import type { Shelf } from './shelf';

/**
 * Fetches what is wanted, the nearest meeting first, two papers at a time, and rests while the server is busy. Leaves,
 * which a server makes when they are first asked for, come when no paper waits to be fetched.
 */

const TOGETHER = 2;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** What somebody waits for often comes in steps: a moment between two of them is no end. */
const BREATH_MS = 200;
/** Some room is left for the rest of the program. */
const SPARE_BYTES = 4 * 1024 * 1024;
/** Why a fetching was broken off that goes on later where it stopped. */
const GAVE_WAY = new DOMException('somebody waits for a paper', 'AbortError');

export class Queue {
  /** Versions for which there is no room on this tablet. */
  readonly tooLarge = signal<ReadonlySet<string>>(new Set());
  private wanted: readonly Wanted[] = [];
  private readonly refused = new Set<string>();
  private readonly running = new Map<string, AbortController>();
  private readonly begun = new Map<string, Fetching>();
  private inFront = 0;
  private tries = 0;
  private restingUntil = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly shelf: Shelf,
    private readonly addressOf: (version: string, meeting: string) => string,
  ) {}

  /** In the order of their importance; takes the place of what was wanted before. */
  want(wanted: readonly Wanted[]): void {
    this.wanted = wanted;
    for (const [version, abort] of this.running) {
      if (!this.wants(version)) {
        abort.abort();
      }
    }
    this.go();
  }

  wants(version: string): Wanted | undefined {
    return this.wanted.find(one => one.version === version);
  }

  isFetching(version: string): boolean {
    return this.running.has(version);
  }

  /** The network is back, or there is room again. */
  again(): void {
    this.tries = 0;
    this.restingUntil = 0;
    this.refused.clear();
    this.tooLarge.value = new Set();
    this.go();
  }

  /** Somebody waits in front of the tablet: nothing is fetched ahead until the function returned is called. */
  giveWay(): () => void {
    this.inFront += 1;
    for (const abort of this.running.values()) {
      abort.abort(GAVE_WAY);
    }
    let over = false;
    return () => {
      this.inFront -= over ? 0 : 1;
      over = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.go(), BREATH_MS);
    };
  }

  stop(): void {
    clearTimeout(this.timer);
    this.want([]);
    this.begun.clear();
    this.refused.clear();
    this.tooLarge.value = new Set();
  }

  private go(): void {
    clearTimeout(this.timer);
    const pause = this.restingUntil - Date.now();
    if (pause > 0) {
      this.timer = setTimeout(() => this.go(), pause);
      return;
    }
    while (this.running.size < TOGETHER && this.inFront === 0) {
      const next = this.next();
      if (!next) {
        return;
      }
      void this.fetch(next);
    }
  }

  private next(): Wanted | undefined {
    const open = this.wanted.filter(
      ({ version }) =>
        !(this.running.has(version) || this.refused.has(version) || this.tooLarge.peek().has(version)),
    );
    return (
      open.find(({ version }) => !this.shelf.isWhole(version)) ??
      open.find(({ version, rough }) => !this.shelf.hasLeaves(version, rough))
    );
  }

  private async fetch(wanted: Wanted): Promise<void> {
    const { meeting, version, rough } = wanted;
    const abort = new AbortController();
    const fetching =
      this.begun.get(version) ?? new Fetching(this.shelf, meeting, version, this.addressOf(version, meeting));
    this.begun.set(version, fetching);
    this.running.set(version, abort);
    try {
      await this.makeRoom(wanted);
      await (this.shelf.isWhole(version) ? fetching.run(abort.signal, rough) : fetching.paper(abort.signal));
      this.begun.delete(version);
      this.tries = 0;
    } catch (problem) {
      await this.failed(wanted, problem, abort.signal);
    } finally {
      this.running.delete(version);
    }
    this.go();
  }

  private async failed({ meeting, version }: Wanted, problem: unknown, signal: AbortSignal): Promise<void> {
    if (signal.aborted) {
      if (signal.reason !== GAVE_WAY) {
        this.begun.delete(version);
      }
    } else if (problem instanceof Full && this.shelf.isWhole(version)) {
      this.refused.add(version); // the paper can be read without its leaves
    } else if (problem instanceof Full) {
      this.tooLarge.value = new Set(this.tooLarge.peek()).add(version);
      this.begun.delete(version);
      await this.shelf.remove(meeting, version);
    } else if (problem instanceof NotForUs) {
      this.refused.add(version);
    } else {
      this.rest(problem instanceof Later ? problem.seconds : null);
    }
  }

  /** Everything waits: full jitter, each pause up to twice the last, or about as long as the server said. */
  private rest(seconds: number | null): void {
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.tries);
    this.tries += 1;
    const pause = seconds === null ? longest * Math.random() : seconds * 1000 * (1 + Math.random());
    this.restingUntil = Math.max(this.restingUntil, Date.now() + pause);
  }

  /** Papers of meetings that are farther off give way. Raises Full when that is not enough. */
  private async makeRoom({ meeting, version, size }: Wanted): Promise<void> {
    const farther = this.fartherThan(meeting);
    while ((await room()) < size && !this.shelf.isWhole(version)) {
      const last = farther.pop();
      if (!last) {
        throw new Full('no room');
      }
      await this.shelf.remove(last.meeting, last.version);
      this.tooLarge.value = new Set(this.tooLarge.peek()).add(last.version);
    }
  }

  /** What lies here of meetings that come after this one, the farthest last. */
  private fartherThan(meeting: string): { meeting: string; version: string }[] {
    const order = [...new Set(this.wanted.map(one => one.meeting))];
    const place = (other: string) => (order.includes(other) ? order.indexOf(other) : order.length);
    return [...this.shelf.standing.peek()]
      .map(([version, standing]) => ({ meeting: standing.meeting, version }))
      .filter(one => place(one.meeting) > place(meeting))
      .sort((one, other) => place(one.meeting) - place(other.meeting));
  }
}

/** Bytes that this tablet still grants; browsers that do not tell are taken at their word when they refuse. */
async function room(): Promise<number> {
  const { quota, usage } = (await globalThis.navigator?.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? Number.POSITIVE_INFINITY : quota - usage - SPARE_BYTES;
}
