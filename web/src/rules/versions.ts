import type { InkPlaceRecord, PaperRecord, PlacementRecord, StrokeRecord, VersionRecord } from '../records';
import type { Shown } from './notes';

type Rows<Row> = ReadonlyMap<string, Row>;

export interface Numbered {
  id: string;
  row: VersionRecord;
}

/** The versions of a paper that this person sees, the first one first. */
export function versionsOf(versions: Rows<VersionRecord>, paper: string): Numbered[] {
  return [...versions]
    .filter(([, row]) => row.paper === paper)
    .map(([id, row]) => ({ id, row }))
    .sort((one, other) => one.row.number - other.row.number);
}

/** The version that was handed in and is not used yet; only the secretary is sent one. */
export function waitingOf(
  versions: Rows<VersionRecord>,
  id: string,
  paper: PaperRecord,
): Numbered | undefined {
  const current = versions.get(paper.version)?.number ?? 0;
  return versionsOf(versions, id).findLast(({ row }) => row.number > current);
}

/** The version before this one, to compare it with. */
export function before(versions: Rows<VersionRecord>, id: string): Numbered | undefined {
  const row = versions.get(id);
  return row && versionsOf(versions, row.paper).findLast(other => other.row.number < row.number);
}

/** Notes whose owner has to decide, by the page where they were made. */
export function toDecide(placements: Rows<PlacementRecord>): [string, PlacementRecord][] {
  return [...placements]
    .filter(([, { state }]) => state === 'changed' || state === 'lost')
    .sort(
      ([one, a], [other, b]) =>
        a.paper.localeCompare(b.paper) || a.from_page - b.from_page || one.localeCompare(other),
    );
}

/** Pages of own strokes that are to be decided about, by paper and page; where all were erased nothing is. */
export function inkToDecide(
  places: Rows<InkPlaceRecord>,
  ink: readonly Shown<StrokeRecord>[],
  me: string,
): InkPlaceRecord[] {
  const drawn = new Set(
    ink.filter(({ row }) => row.author === me).map(({ row }) => `${row.version} ${row.page}`),
  );
  return [...places.values()]
    .filter(({ state, from_version, from_page }) => {
      return state === 'changed' && drawn.has(`${from_version} ${from_page}`);
    })
    .sort((a, b) => a.paper.localeCompare(b.paper) || a.from_page - b.from_page);
}
