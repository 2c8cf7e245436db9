/** A part of a long list that is drawn by itself. */
export interface Block<Row> {
  /** The same while the list changes. */
  name: string;
  rows: readonly Row[];
}

/** Lines of about one screen, so that a list of a thousand has forty blocks. */
export const BLOCK = 25;

export function inBlocks<Row>(rows: readonly Row[], size = BLOCK): Block<Row>[] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, place) => ({
    name: `${place}`,
    rows: rows.slice(place * size, (place + 1) * size),
  }));
}

/**
 * Each row goes into the block of its place among `places` (id to place): who leaves the list empties his own block a
 * little, and no row moves from one block to another. Rows without a place come last.
 */
export function byPlaces<Row extends readonly [id: string, ...rest: unknown[]]>(
  rows: readonly Row[],
  places: ReadonlyMap<string, number>,
  size = BLOCK,
): Block<Row>[] {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const block = Math.floor((places.get(row[0]) ?? places.size) / size);
    const others = found.get(block);
    if (others) {
      others.push(row);
    } else {
      found.set(block, [row]);
    }
  }
  return [...found]
    .sort(([one], [other]) => one - other)
    .map(([block, inside]) => ({ name: `${block}`, rows: inside }));
}

/** A block whose rows are the same as before stays the same object: whoever compares objects draws only the others. */
export function steady<Row>(
  before: readonly Block<Row>[],
  now: readonly Block<Row>[],
  same: (one: Row, other: Row) => boolean = Object.is,
): readonly Block<Row>[] {
  const known = new Map(before.map(block => [block.name, block]));
  return now.map(block => {
    const old = known.get(block.name);
    const unchanged =
      old?.rows.length === block.rows.length && old.rows.every((row, place) => same(row, block.rows[place]!));
    return unchanged ? old : block;
  });
}
