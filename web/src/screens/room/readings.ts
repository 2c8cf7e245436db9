import { Gaze, Pages } from '../../rules/reading';
import type { Waiting } from '../../sync/outbox';
import type { Stream } from '../../sync/stream';
import type { ReportReading } from '../../wire';

/** Reports of one paper are at least so far apart; milliseconds. */
const EVERY_MS = 10_000;

/** The outbox, as far as reports need it. */
export interface Post {
  waiting(): readonly Waiting[];
  add(command: ReportReading): unknown;
  discard(key: string): unknown;
}

interface Copy {
  pages: Pages;
  page: number;
  /** Something is known here that was not reported yet. */
  news: boolean;
  sentAt: number;
}

/** Which pages this person has seen and where each paper is open, reported now and then and when leaving. */
export class Readings {
  private readonly copies = new Map<string, Copy>();
  private readonly gaze = new Gaze();
  private open = '';
  private looking: ReturnType<typeof setTimeout> | undefined;
  private sending: ReturnType<typeof setTimeout> | undefined;
  private readonly stop = new AbortController();

  constructor(
    private readonly stream: Stream,
    private readonly user: () => string,
    private readonly post: Post,
  ) {
    const { signal } = this.stop;
    globalThis.document?.addEventListener('visibilitychange', () => document.hidden && this.leave(), {
      signal,
    });
    globalThis.addEventListener?.('pagehide', () => this.leave(), { signal });
  }

  /** Where this person, here or on another tablet, has left the paper; nothing when it was never opened. */
  pageOf(version: string): number | undefined {
    const copy = this.copies.get(version);
    return copy?.news ? copy.page : (this.row(version)?.page ?? copy?.page);
  }

  /** These pages are on the screen, `page` in its middle. */
  look(version: string, pages: number, inSight: readonly number[], page: number): void {
    if (version !== this.open) {
      this.leave();
      this.open = version;
    }
    const copy = this.copy(version, pages);
    if (copy.page !== page || !this.row(version)) {
      copy.page = page;
      copy.news = true;
    }
    this.gaze.look(document.hidden ? [] : inSight, Date.now());
    this.count();
  }

  /** Nothing is on the screen any more: what is new goes out at once. */
  leave(): void {
    this.count();
    this.gaze.look([], Date.now());
    clearTimeout(this.looking);
    this.send();
  }

  dispose(): void {
    this.leave();
    this.stop.abort();
  }

  private row(version: string) {
    return this.stream.records.row('reading_place', `${version}.${this.user()}`);
  }

  /** What is known on the server and what still waits to go there belong to it. */
  private copy(version: string, pages: number): Copy {
    const known = this.copies.get(version);
    if (known) {
      return known;
    }
    const copy = { pages: new Pages(pages), page: 0, news: false, sentAt: 0 };
    copy.pages.merge(this.row(version)?.seen ?? '');
    for (const { command } of this.waitingFor(version)) {
      copy.pages.merge(command.type === 'reading.report' ? (command.seen ?? '') : '');
    }
    this.copies.set(version, copy);
    return copy;
  }

  private waitingFor(version: string): Waiting[] {
    return this.post
      .waiting()
      .filter(
        ({ stream, command }) =>
          stream === this.stream.id && command.type === 'reading.report' && command.version === version,
      );
  }

  private count(): void {
    const copy = this.copies.get(this.open);
    if (!copy) {
      return;
    }
    const now = Date.now();
    for (const page of this.gaze.seen(now)) {
      copy.news = copy.pages.see(page) || copy.news;
    }
    clearTimeout(this.looking);
    const wait = this.gaze.next(now);
    if (wait !== undefined) {
      this.looking = setTimeout(() => this.count(), wait);
    }
    if (copy.news && this.sending === undefined) {
      this.sending = setTimeout(() => this.send(), Math.max(0, copy.sentAt + EVERY_MS - now));
    }
  }

  /** A newer report says all that an older one does, so that one a paper waits at most. */
  private send(): void {
    clearTimeout(this.sending);
    this.sending = undefined;
    const copy = this.copies.get(this.open);
    if (!copy?.news) {
      return;
    }
    copy.news = false;
    copy.sentAt = Date.now();
    for (const { key } of this.waitingFor(this.open)) {
      void this.post.discard(key);
    }
    void this.post.add({
      type: 'reading.report',
      version: this.open,
      page: copy.page,
      seen: copy.pages.text,
    });
  }
}
