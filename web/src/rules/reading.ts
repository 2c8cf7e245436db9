import type { PaperRecord, ReadingRecord, VersionRecord } from '../records';

type Rows<Row> = ReadonlyMap<string, Row>;

/** A page counts as seen after so long on the screen; milliseconds. */
export const SEEN_MS = 2000;

/** Which pages were seen, a bit a page; page 1 is the highest bit of the first byte. */
export class Pages {
  private bits: Uint8Array;

  constructor(readonly pages: number) {
    this.bits = new Uint8Array(Math.ceil(pages / 8));
  }

  /** Adds what a base64 text says; what lies beyond the last page, or is no base64, is left out. */
  merge(text: string): void {
    let bytes: string;
    try {
      bytes = atob(text);
    } catch {
      return;
    }
    for (let at = 0; at < Math.min(bytes.length, this.bits.length); at += 1) {
      this.bits[at]! |= bytes.charCodeAt(at);
    }
    const spare = this.bits.length * 8 - this.pages;
    if (this.bits.length) {
      this.bits[this.bits.length - 1]! &= (0xff << spare) & 0xff;
    }
  }

  /** True when the page was not seen before. */
  see(page: number): boolean {
    if (page < 1 || page > this.pages || this.has(page)) {
      return false;
    }
    this.bits[(page - 1) >> 3]! |= 0x80 >> ((page - 1) & 7);
    return true;
  }

  has(page: number): boolean {
    return (this.bits[(page - 1) >> 3]! & (0x80 >> ((page - 1) & 7))) !== 0;
  }

  get count(): number {
    return Array.from({ length: this.pages }, (_, at) => at + 1).filter(page => this.has(page)).length;
  }

  get text(): string {
    return btoa(String.fromCharCode(...this.bits));
  }
}

/** Measures how long each page has been in sight without a break. */
export class Gaze {
  private since = new Map<number, number>();

  /** These pages are on the screen from now on. */
  look(pages: readonly number[], now: number): void {
    this.since = new Map(pages.map(page => [page, this.since.get(page) ?? now]));
  }

  /** The pages that have been in sight long enough. */
  seen(now: number): number[] {
    return [...this.since].filter(([, start]) => now - start >= SEEN_MS).map(([page]) => page);
  }

  /** Milliseconds until another page has been in sight long enough, or nothing. */
  next(now: number): number | undefined {
    const waits = [...this.since.values()].map(start => start + SEEN_MS - now).filter(wait => wait > 0);
    return waits.length ? Math.min(...waits) : undefined;
  }
}

export interface Progress {
  /** Papers opened, of all that are published. */
  opened: number;
  papers: number;
  seen: number;
  pages: number;
}

export const NOTHING: Progress = { opened: 0, papers: 0, seen: 0, pages: 0 };

/** The newest versions of the published papers, or of one of them. */
export function readable(
  papers: Rows<PaperRecord>,
  versions: Rows<VersionRecord>,
  only = '',
): [id: string, version: VersionRecord][] {
  return [...papers]
    .filter(([id, paper]) => paper.state === 'published' && (!only || id === only))
    .flatMap(([, paper]) => {
      const version = versions.get(paper.version);
      return version?.state === 'ready' ? [[paper.version, version] as [string, VersionRecord]] : [];
    });
}

/** How far one person has read these versions. */
export function progressOf(
  versions: [id: string, version: VersionRecord][],
  readings: Rows<ReadingRecord>,
  user: string,
): Progress {
  return versions.reduce<Progress>((sum, [id, version]) => {
    const reading = readings.get(`${id}.${user}`);
    return {
      opened: sum.opened + (reading ? 1 : 0),
      papers: sum.papers + 1,
      seen: sum.seen + Math.min(reading?.count ?? 0, version.pages),
      pages: sum.pages + version.pages,
    };
  }, NOTHING);
}

export type Standing = 'none' | 'unopened' | 'opened' | 'all';

export function standingOf({ opened, papers, seen, pages }: Progress): Standing {
  if (papers === 0) {
    return 'none';
  }
  if (opened === 0) {
    return 'unopened';
  }
  return seen >= pages ? 'all' : 'opened';
}
