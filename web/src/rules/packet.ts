import type { ItemRecord, PaperGroupRecord, PaperRecord, VersionRecord } from '../records';
import { agenda, type Entry } from './agenda';

type Rows<Row> = ReadonlyMap<string, Row>;

export interface PacketLine {
  id: string;
  paper: PaperRecord;
  version: VersionRecord | undefined;
}

/** What can be said of a paper in one word; a draft is as far as its version is. */
export type PaperStanding = 'processing' | 'failed' | 'ready' | 'submitted' | 'published' | 'recalled';

export function allOf(papers: Rows<PaperRecord>, versions: Rows<VersionRecord>): PacketLine[] {
  return [...papers]
    .map(([id, paper]) => ({ id, paper, version: versions.get(paper.version) }))
    .sort((one, other) => one.paper.position - other.paper.position || (one.id < other.id ? -1 : 1));
}

export function standingOf({ paper, version }: PacketLine): PaperStanding {
  return paper.state === 'draft' ? (version?.state ?? 'processing') : paper.state;
}

/** Papers that can be published now; a recalled one only when it was chosen by hand. */
export function readyOf(packet: PacketLine[], recalledToo: boolean): string[] {
  return packet
    .filter(line => {
      const standing = standingOf(line);
      return (
        standing === 'ready' || (recalledToo && standing === 'recalled' && line.version?.state === 'ready')
      );
    })
    .map(line => line.id);
}

type Summed = 'ready' | 'published' | 'processing' | 'failed';

export function summaryOf(packet: PacketLine[]): Record<Summed, number> {
  const summary = { ready: 0, published: 0, processing: 0, failed: 0 };
  for (const line of packet) {
    const standing = standingOf(line);
    if (standing in summary) {
      summary[standing as Summed] += 1;
    }
  }
  return summary;
}

/** Groups of papers beside the agenda, in their order. */
export function groupsOf(groups: Rows<PaperGroupRecord>): Entry<PaperGroupRecord>[] {
  return [...groups].sort(([, one], [, other]) => one.position - other.position);
}

export interface Place {
  id: string;
  title: string;
  /** From 1 on the agenda; null for a group. */
  number: number | null;
}

/** Where a paper can lie: the items of the agenda, then the groups. */
export function placesOf(items: Rows<ItemRecord>, groups: Rows<PaperGroupRecord>): Place[] {
  return [
    ...agenda(items).map(([id, { title }], index) => ({ id, title, number: index + 1 })),
    ...groupsOf(groups).map(([id, { title }]) => ({ id, title, number: null })),
  ];
}

/** How many of the papers that should be read before the meeting this person has opened. */
export function preparedness(
  papers: Rows<PaperRecord>,
  opened: (version: string) => boolean,
): { opened: number; all: number } {
  const wanted = [...papers.values()].filter(paper => paper.must_read && paper.state === 'published');
  return { opened: wanted.filter(paper => opened(paper.version)).length, all: wanted.length };
}
