/** What is kept on a tablet, for how long, and in which order. */

import type { PaperRecord, VersionRecord } from '../records';

/** A meeting as its card in the list tells it. */
export interface Dated {
  id: string;
  starts_at: number;
  state: 'prepared' | 'running' | 'paused' | 'ended';
  role: string;
}

export interface Wanted {
  meeting: string;
  version: string;
  /** Bytes of the original; the PDF for reading is of the same order. */
  size: number;
  /** The letters of its scanned pages are still being recognised. */
  rough: boolean;
}

/** So many meetings are kept complete: the one that runs, and those that come next. */
export const MEETINGS_KEPT = 3;

/** A paper may lie on a tablet only when it is published to its reader, and never when it is secret. */
export function mayBeKept(paper: PaperRecord): boolean {
  return paper.state === 'published' && !paper.secret;
}

type Snapshot = Record<string, Record<string, unknown>>;

/** The records as they may lie on a tablet: without secret papers and all that is said and noted about them. */
export function keepable(records: Snapshot): Snapshot {
  const papers = Object.entries(records.paper ?? {}) as [string, PaperRecord][];
  const secret = new Set(papers.filter(([, paper]) => paper.secret).map(([id]) => id));
  const versions = Object.entries(records.version ?? {}) as [string, { paper: string }][];
  for (const [id, { paper }] of versions) {
    if (secret.has(paper)) {
      secret.add(id); // how far it was read is told by version
    }
  }
  const open = ([id, row]: [string, unknown]) => {
    const about = row as { paper?: string; version?: string } | null;
    return ![id, about?.paper ?? '', about?.version ?? ''].some(name => secret.has(name));
  };
  return Object.fromEntries(
    Object.entries(records).map(([kind, rows]) => [
      kind,
      Object.fromEntries(Object.entries(rows).filter(open)),
    ]),
  );
}

/** What should be kept of one meeting, in the order of its agenda. */
export function wantedOf(
  meeting: string,
  papers: ReadonlyMap<string, PaperRecord>,
  versions: ReadonlyMap<string, VersionRecord>,
): Wanted[] {
  return [...papers.values()]
    .filter(mayBeKept)
    .map(({ version }) => ({ version, row: versions.get(version) }))
    .filter(({ row }) => row?.state === 'ready')
    .map(({ version, row }) => ({ meeting, version, size: row!.size, rough: (row!.work ?? '') !== '' }));
}

/** Meetings whose papers are fetched ahead, the nearest first: what runs, then what begins soonest. */
export function nearest<Card extends Dated>(cards: readonly Card[], now: number): Card[] {
  return cards
    .filter(card => card.state !== 'ended' && card.role !== 'screen')
    .sort((one, other) => distance(one, now) - distance(other, now))
    .slice(0, MEETINGS_KEPT);
}

/** Milliseconds to its beginning; a meeting that runs is nearer than any other. */
function distance({ state, starts_at }: Dated, now: number): number {
  return state === 'prepared' ? Math.abs(starts_at - now) : -1;
}

/** Until when a meeting may be read without the server: so many days after this tablet last heard from it. */
export function expiryOf(heard: number, endedAt: number | null, days: number): number {
  const life = days * 24 * 3_600_000;
  return endedAt === null ? heard + life : Math.min(heard, endedAt) + life;
}
