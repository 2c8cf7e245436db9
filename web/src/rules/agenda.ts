import type { ItemRecord, MeetingRecord, PaperRecord } from '../records';

export type Entry<Row> = readonly [id: string, row: Row];

/** Items in the order of the agenda. */
export function agenda(items: ReadonlyMap<string, ItemRecord>): Entry<ItemRecord>[] {
  return [...items].sort(([, one], [, other]) => one.position - other.position);
}

/** The papers of an item that can be read, in the packet's order. */
export function papersOf(papers: ReadonlyMap<string, PaperRecord>, item: string): Entry<PaperRecord>[] {
  return [...papers]
    .filter(([, paper]) => paper.item === item)
    .sort(([one, a], [other, b]) => a.position - b.position || (one < other ? -1 : 1));
}

/** Milliseconds spent on an item so far: what was counted before plus the time since the pointer came (back) to it. */
export function spent(item: ItemRecord, current: boolean, meeting: MeetingRecord, now: number): number {
  const since = current && meeting.state === 'running' ? meeting.item_since : null;
  return item.spent_ms + (since === null ? 0 : Math.max(0, now - since));
}
