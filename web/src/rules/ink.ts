import type { StrokeRecord } from '../records';
import type { Waiting } from '../sync/outbox';
import type { DrawStrokes, Replacement, ShareInk, StrokeLine } from '../wire';
import { deliveryOf, SENT, type Shown } from './notes';
import { PRIVATE, type Sharing, sharedAlike, sharingOf } from './sharing';

type Rows = ReadonlyMap<string, StrokeRecord>;

/** The strokes as they will be once everything that waits on this tablet is recorded. */
export function inkWith(
  records: Rows,
  waiting: readonly Waiting[],
  me: string,
  paperOf: (version: string) => string,
): Shown<StrokeRecord>[] {
  const strokes = new Map<string, Shown<StrokeRecord>>();
  for (const [id, row] of records) {
    strokes.set(id, { id, row, delivery: SENT });
  }
  for (const act of waiting) {
    const { command } = act;
    if (command.type === 'ink.draw') {
      const delivery = deliveryOf(act);
      for (const line of command.strokes) {
        if (!strokes.has(line.stroke)) {
          const row = { ...fresh(command, line, act.since), ...asItWas(command) };
          strokes.set(line.stroke, { id: line.stroke, row, delivery });
        }
      }
    } else if (command.type === 'ink.share' && !act.refused) {
      share(command);
    } else if (command.type === 'ink.erase' && !act.refused) {
      for (const stroke of command.strokes) {
        strokes.delete(stroke);
      }
    } else if (command.type === 'ink.replace' && !act.refused) {
      for (const one of command.strokes) {
        replace(command.version, one, act);
      }
    }
  }
  return [...strokes.values()];

  function fresh({ version }: Pick<DrawStrokes, 'version'>, line: StrokeLine, at: number): StrokeRecord {
    const { page, points, colour = 'black', width = 18 } = line;
    const shared = [...strokes.values()].find(({ row }) => ofPage(row, version, page))?.row;
    const sharing = sharingOf(shared ?? PRIVATE);
    return { version, paper: paperOf(version), page, points, colour, width, author: me, ...sharing, at };
  }

  /** What comes is shared as what goes was; where nothing of that is left, this was done before. */
  function replace(version: string, { old, new: lines }: Replacement, act: Waiting): void {
    const gone = old.flatMap(id => strokes.get(id)?.row ?? []);
    if (gone.length > 0) {
      const sharing = sharedAlike(gone) ?? PRIVATE;
      for (const line of lines) {
        const row = { ...fresh({ version }, line, act.since), ...sharing };
        strokes.set(line.stroke, { id: line.stroke, row, delivery: deliveryOf(act) });
      }
      for (const id of old) {
        strokes.delete(id);
      }
    }
  }

  function share({ version, page, shared, named = [] }: ShareInk): void {
    for (const [id, stroke] of strokes) {
      if (ofPage(stroke.row, version, page)) {
        strokes.set(id, { ...stroke, row: { ...stroke.row, shared, named } });
      }
    }
  }

  function ofPage(row: StrokeRecord, version: string, page: number): boolean {
    return row.author === me && row.version === version && row.page === page;
  }
}

/** The sharing of strokes that come back; nothing for others. */
function asItWas({ shared, named = [] }: DrawStrokes): Partial<Sharing> {
  return shared === undefined || shared === null ? {} : { shared, named };
}

/** A recorded stroke as it is drawn once more. */
export function lineOf(stroke: string, { page, points, colour, width }: StrokeRecord): StrokeLine {
  return { stroke, page, points, colour, width };
}
