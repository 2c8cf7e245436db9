import { signal } from '@preact/signals';
import type { PaperRecord, VersionRecord } from '../records';
import type { Role } from '../wire';
import { Meetings } from './meetings';
import { People } from './people';
import { Queue } from './queue';
import { type Dated, keepable, nearest, type Wanted, wantedOf } from './rules';
import { Full, Safe } from './safe';
import { Shelf } from './shelf';

/** What the keeper asks of the server; each may fail, and is then tried again later. */
export interface Source {
  cards(): Promise<(Dated & object)[]>;
  meeting(id: string): Promise<Seen>;
  address(version: string, meeting: string): string;
  now(): number;
}

/** A meeting as the server shows it now. */
export interface Seen {
  role: Role;
  records: Record<string, Record<string, unknown>>;
}

/** People's own documents are kept as if they were one more meeting, which comes after the others. */
export const MINE = 'mine';
const LOOK_AGAIN_MS = 10 * 60_000;
/** 300 tablets that hear of a paper in the same moment do not all ask for it in the same moment. */
const JITTER_MS = 4000;

/** Keeps on this tablet what its person may read, and takes away what he may not read any more. */
export class Keeper {
  readonly safe: Safe;
  readonly shelf: Shelf;
  readonly people: People;
  readonly meetings: Meetings;
  readonly queue: Queue;
  /** False where the tablet refuses to store anything. */
  readonly works = signal(true);
  /** True where not even the meeting itself finds room. */
  readonly noRoom = signal(false);
  private readonly wanted = signal<ReadonlyMap<string, Wanted[]>>(new Map());
  private order: string[] = [];
  /** When each meeting, and the list of them, was heard of last: what is open is not asked for again. */
  private readonly seenAt = new Map<string, number>();
  private lookedAt = 0;
  private days = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private hurrying: ReturnType<typeof setTimeout> | undefined;
  private running = false;

  constructor(
    private readonly source: Source,
    safe = new Safe(),
  ) {
    this.safe = safe;
    this.shelf = new Shelf(safe);
    this.people = new People(safe);
    this.meetings = new Meetings(safe);
    this.queue = new Queue(this.shelf, (version, meeting) => source.address(version, meeting));
  }

  /** After signing in, or after a start without the server. `days`: how long a meeting may be read offline. */
  async begin(days: number): Promise<void> {
    this.running = true;
    this.safe.open();
    this.days = days;
    await this.attempt(async () => {
      await this.shelf.look();
      await this.wipeExpired();
      await this.remember();
      void globalThis.navigator?.storage?.persist?.();
    });
    this.lookSoon(JITTER_MS * Math.random());
  }

  /** After signing out; what lies in the safe is wiped by `wipeAll`. */
  end(): void {
    this.running = false;
    this.safe.close();
    clearTimeout(this.timer);
    clearTimeout(this.hurrying);
    this.queue.stop();
    this.wanted.value = new Map();
    this.order = [];
    this.seenAt.clear();
    this.lookedAt = 0;
    this.shelf.forgetAll();
  }

  async wipeAll(): Promise<void> {
    this.end();
    await this.safe.wipeAll();
  }

  /** Papers go with their meeting, and those that no kept meeting names go too. */
  async wipeExpired(): Promise<void> {
    for (const id of await this.meetings.expired(this.source.now())) {
      await this.removeMeeting(id);
    }
    const kept = new Set(await this.meetings.ids());
    for (const id of this.shelfMeetings().filter(id => !kept.has(id))) {
      await this.removeMeeting(id);
    }
  }

  /** The server is heard again. */
  awake(): void {
    this.queue.again();
    if (this.source.now() - this.lookedAt > LOOK_AGAIN_MS) {
      this.lookSoon(JITTER_MS * Math.random());
    }
  }

  /** The open meeting as it stands now; what its reader may not see any more goes at once. */
  async saw(id: string, seen: Seen): Promise<void> {
    if (!this.running) {
      return;
    }
    this.seenAt.set(id, this.source.now());
    await this.attempt(async () => {
      const wanted = wantedIn(id, seen);
      this.wanted.value = new Map(this.wanted.peek()).set(id, wanted);
      await this.shelf.keepOnly(id, new Set(wanted.map(({ version }) => version)));
      await this.keepMeeting(id, seen);
      this.hurrySoon();
    });
  }

  /** The meeting's records come before papers: where there is no room for them, the farthest paper goes. */
  private async keepMeeting(id: string, seen: Seen): Promise<void> {
    for (;;) {
      try {
        const records = keepable(seen.records);
        await this.meetings.keep(id, { role: seen.role, records, at: this.source.now() }, this.days);
        return;
      } catch (problem) {
        const last = [...this.shelf.standing.peek()].at(-1);
        if (!(problem instanceof Full && last)) {
          throw problem;
        }
        await this.shelf.remove(last[1].meeting, last[0]);
      }
    }
  }

  /** This person has no part in the meeting any more. */
  async removeMeeting(id: string): Promise<void> {
    const others = new Map(this.wanted.peek());
    others.delete(id);
    this.wanted.value = others;
    await this.meetings.remove(id);
    await this.shelf.keepOnly(id, new Set());
  }

  /** How many of the meeting's papers lie here, of how many that should; null when none should. */
  progress(id: string): { done: number; all: number; full: boolean } | null {
    const standing = this.shelf.standing.value;
    const tooLarge = this.queue.tooLarge.value;
    const wanted = this.wanted.value.get(id) ?? [];
    const done = wanted.filter(({ version }) => {
      const one = standing.get(version);
      return one !== undefined && one.have === one.pieces;
    }).length;
    const full = this.noRoom.value || wanted.some(({ version }) => tooLarge.has(version));
    return wanted.length ? { done, all: wanted.length, full } : null;
  }

  /** What should be here, as far as the meetings that are kept tell. */
  private async remember(): Promise<void> {
    for (const id of await this.meetings.ids()) {
      const kept = await this.meetings.kept(id, this.source.now());
      if (kept && !this.wanted.peek().has(id)) {
        this.wanted.value = new Map(this.wanted.peek()).set(id, wantedIn(id, kept));
      }
    }
  }

  private lookSoon(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), milliseconds);
  }

  /** The list of meetings anew, and the nearest of them; meetings that left the list are wiped. */
  private async look(): Promise<void> {
    if (!this.running) {
      return;
    }
    try {
      await this.wipeExpired();
      const cards = await this.source.cards();
      await this.people.keepCards(cards, this.source.now());
      await this.forgetOthers(new Set([...cards.map(({ id }) => id), MINE]));
      const near = [...nearest(cards, this.source.now()).map(({ id }) => id), MINE];
      this.order = near;
      this.lookedAt = this.source.now();
      for (const id of near) {
        if (this.lookedAt - (this.seenAt.get(id) ?? 0) > LOOK_AGAIN_MS) {
          await this.saw(id, await this.source.meeting(id));
        }
      }
      this.hurrySoon();
    } catch (problem) {
      console.info('keeping papers waits:', problem);
    }
    if (this.running) {
      this.lookSoon(LOOK_AGAIN_MS * (1 + Math.random() / 2));
    }
  }

  private async forgetOthers(known: ReadonlySet<string>): Promise<void> {
    const kept = [...(await this.meetings.ids()), ...this.shelfMeetings()];
    for (const id of new Set(kept)) {
      if (!known.has(id)) {
        await this.removeMeeting(id);
      }
    }
  }

  private shelfMeetings(): string[] {
    return [...this.shelf.standing.peek().values()].map(({ meeting }) => meeting);
  }

  private hurrySoon(): void {
    clearTimeout(this.hurrying);
    this.hurrying = setTimeout(() => this.hurry(), JITTER_MS * Math.random());
  }

  /** The nearest meeting first; a meeting that is open though not among the nearest comes before them. */
  private hurry(): void {
    if (!this.running) {
      return;
    }
    const wanted = this.wanted.peek();
    const others = [...wanted.keys()].filter(id => !this.order.includes(id));
    this.queue.want([...this.order, ...others].flatMap(id => wanted.get(id) ?? []));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.works.value = true;
      this.noRoom.value = false;
    } catch (problem) {
      this.works.value = problem instanceof Full;
      this.noRoom.value = problem instanceof Full;
      console.info('nothing can be kept on this device:', problem);
    }
  }
}

function wantedIn(id: string, { records }: Seen): Wanted[] {
  const papers = new Map(Object.entries(records.paper ?? {})) as Map<string, PaperRecord>;
  const versions = new Map(Object.entries(records.version ?? {})) as Map<string, VersionRecord>;
  return wantedOf(id, papers, versions);
}
