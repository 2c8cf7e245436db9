import type { PaperRecord, VersionRecord } from '../records';

type Rows<Row> = ReadonlyMap<string, Row>;

export interface PacketLine {
  id: string;
  paper: PaperRecord;
  version: VersionRecord | undefined;
}

/** What can be said of a paper in one word; a draft is as far as its version is. */
export type PaperStanding = 'processing' | 'failed' | 'ready' | 'published' | 'recalled';

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

export function summaryOf(packet: PacketLine[]): Record<'ready' | 'published' | 'processing', number> {
  const summary = { ready: 0, published: 0, processing: 0 };
  for (const line of packet) {
    const standing = standingOf(line);
    if (standing in summary) {
      summary[standing as keyof typeof summary] += 1;
    }
  }
  return summary;
}
