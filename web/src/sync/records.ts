import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RecordKinds } from '../records';
import type { Change } from './link';

export type Kind = keyof RecordKinds;
export type Rows<K extends Kind> = ReadonlyMap<string, RecordKinds[K]>;
export type Snapshot = Record<string, Record<string, unknown>>;

type Row = RecordKinds[Kind];

/** The rows of one kind: all of them, and each that somebody reads by its id. */
interface Shelf {
  all: Signal<ReadonlyMap<string, Row>>;
  one: Map<string, Signal<Row | undefined>>;
}

/**
 * What this person may see of one stream. Who reads a kind is told of its every change, who reads one row only of that
 * row's: among a thousand lines one event redraws one. A row that did not change stays the same object.
 */
export class Records {
  private readonly shelves = new Map<string, Shelf>();

  /** All rows of a kind by id; reading `.value` in a component subscribes it. */
  of<K extends Kind>(kind: K): ReadonlySignal<Rows<K>> {
    return this.shelf(kind).all as unknown as ReadonlySignal<Rows<K>>;
  }

  /** One row; reading it in a component subscribes it to this row alone. */
  row<K extends Kind>(kind: K, id: string | null | undefined): RecordKinds[K] | undefined {
    if (!id) {
      return undefined;
    }
    const { all, one } = this.shelf(kind);
    let found = one.get(id);
    if (!found) {
      found = signal<Row | undefined>(all.peek().get(id));
      one.set(id, found);
    }
    return found.value as RecordKinds[K] | undefined;
  }

  /** Puts a snapshot in place of everything; kinds the snapshot lacks become empty. */
  replace(snapshot: Snapshot): void {
    batch(() => {
      for (const kind of new Set([...this.shelves.keys(), ...Object.keys(snapshot)])) {
        const shelf = this.shelf(kind);
        put(shelf, new Map(Object.entries(snapshot[kind] ?? {})) as Map<string, Row>, shelf.one.keys());
      }
    });
  }

  /** Everything, in the form of a snapshot. */
  all(): Snapshot {
    return Object.fromEntries(
      [...this.shelves].map(([kind, { all }]) => [kind, Object.fromEntries(all.peek())]),
    );
  }

  /** Sets and deletes in the order given; one redraw for all. */
  apply(changes: readonly Change[]): void {
    const touched = new Map<string, { rows: Map<string, Row>; ids: Set<string> }>();
    for (const [kind, id, value] of changes) {
      const found = touched.get(kind) ?? { rows: new Map(this.shelf(kind).all.peek()), ids: new Set() };
      touched.set(kind, found);
      found.ids.add(id);
      if (value === null) {
        found.rows.delete(id);
      } else {
        found.rows.set(id, value as Row);
      }
    }
    batch(() => {
      for (const [kind, { rows, ids }] of touched) {
        put(this.shelf(kind), rows, ids);
      }
    });
  }

  private shelf(kind: string): Shelf {
    let shelf = this.shelves.get(kind);
    if (!shelf) {
      shelf = { all: signal<ReadonlyMap<string, Row>>(new Map()), one: new Map() };
      this.shelves.set(kind, shelf);
    }
    return shelf;
  }
}

function put({ all, one }: Shelf, rows: ReadonlyMap<string, Row>, ids: Iterable<string>): void {
  all.value = rows;
  for (const id of ids) {
    const found = one.get(id);
    if (found) {
      found.value = rows.get(id);
    }
  }
}
