import { computed, signal } from '@preact/signals';
import type { Reader } from '../../paper/types';
import { present } from '../../sync/cabinet';
import { me } from '../../sync/session';
import type { PresentedPage, Stream } from '../../sync/stream';

/** Four views a second at most; the last one always goes out. */
const EVERY_MS = 250;

/** What leading and following need of the room. */
export interface Reading {
  stream: Stream;
  reader: Reader | null;
  /** Opens a version of a paper without a hand's touch. */
  lead(paper: string, page: number, version: string): void;
  /** Version of the open paper. */
  openVersion(): string | null;
  page(): number;
}

/** Where this tab remembers that it presents, so that a reload goes on with it. */
function mark(stream: string): string {
  return `icabinet.presenting.${stream}`;
}

/** Presenting the page that is in sight, and following somebody who does. */
export class Leading {
  /** The page on this tablet goes where the presenter's goes. */
  readonly following = signal(false);
  /** This tablet presents. */
  readonly presenting = signal(false);
  private sentAt = 0;
  private later: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly room: Reading) {}

  /** The chair, and whom the chair has named. */
  readonly may = computed(() => {
    const { stream } = this.room;
    const named = stream.records.row('presenter', stream.id)?.user;
    return stream.role.value === 'chair' || named === me.value?.user.id;
  });

  /** What somebody else (or another tablet of the same person) presents. */
  readonly led = computed(() => (this.presenting.value ? null : this.room.stream.presented.value));

  /** True when the presented paper is open to this person. */
  readonly reachable = computed(() => this.paperOf(this.led.value?.page ?? null) !== undefined);

  /** After a reload: goes on presenting when this tab did and nobody else has begun. */
  resume(): void {
    const { stream } = this.room;
    const mine = stream.presented.peek()?.by === me.peek()?.user.id;
    this.presenting.value = mine && sessionStorage.getItem(mark(stream.id)) === 'yes';
  }

  present(wanted: boolean): void {
    this.presenting.value = wanted;
    this.following.value = false;
    clearTimeout(this.later);
    this.later = undefined;
    const { stream } = this.room;
    if (wanted) {
      sessionStorage.setItem(mark(stream.id), 'yes');
      this.tell();
    } else {
      sessionStorage.removeItem(mark(stream.id));
      present(stream.id, null);
    }
  }

  /** The view has changed: told at once, or when the pause is over. */
  moved(): void {
    if (this.presenting.peek() && this.later === undefined) {
      const pause = Math.max(0, this.sentAt + EVERY_MS - Date.now());
      this.later = setTimeout(() => this.tell(), pause);
    }
  }

  private tell(): void {
    this.later = undefined;
    this.sentAt = Date.now();
    const version = this.room.openVersion();
    if (version) {
      const shown = this.room.reader?.shown() ?? { page: this.room.page(), part: [0, 0, 1000, 1000] };
      present(this.room.stream.id, { version, page: shown.page, part: shown.part as PresentedPage['part'] });
    }
  }

  follow(wanted: boolean): void {
    this.following.value = wanted;
    this.land();
  }

  /** A touch of the reader's own hand lets go of the presenter. */
  touched(): void {
    this.following.value = false;
  }

  /** Goes where the presenter is, while following. */
  land(): void {
    const page = this.led.peek()?.page ?? null;
    const paper = this.paperOf(page);
    if (!this.following.peek() || !page || !paper) {
      return;
    }
    if (this.room.openVersion() !== page.version) {
      this.room.lead(paper, page.page, page.version);
    }
    this.room.reader?.follow(page);
  }

  /** Also of an earlier version: a new one may come out while the one before is being presented. */
  private paperOf(page: PresentedPage | null): string | undefined {
    const { records } = this.room.stream;
    const paper = records.row('version', page?.version)?.paper;
    return records.row('paper', paper)?.state === 'published' ? paper : undefined;
  }

  dispose(): void {
    clearTimeout(this.later);
  }
}
