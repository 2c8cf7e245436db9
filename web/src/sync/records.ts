import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { RecordKinds } from '../records';
import type { Change } from './link';

export type Kind = keyof RecordKinds;
export type Rows<K extends Kind> = ReadonlyMap<string, RecordKinds[K]>;
export type Snapshot = Record<string, Record<string, unknown>>;

type Row = RecordKinds[Kind];

/**
 * What this person may see of one stream: one signal per kind.
 * A row that did not change stays the same object, so that a memoised line does not redraw.
 */
export class Records {
  private readonly kinds = new Map<string, ReturnType<typeof signal<ReadonlyMap<string, Row>>>>();

  /** All rows of a kind by id; reading `.value` in a component subscribes it. */
  of<K extends Kind>(kind: K): ReadonlySignal<Rows<K>> {
    return this.kind(kind) as unknown as ReadonlySignal<Rows<K>>;
  }

  row<K extends Kind>(kind: K, id: string | null | undefined): RecordKinds[K] | undefined {
    return id ? this.of(kind).value.get(id) : undefined;
  }

  /** Puts a snapshot in place of everything; kinds the snapshot lacks become empty. */
  replace(snapshot: Snapshot): void {
    batch(() => {
      for (const kind of new Set([...this.kinds.keys(), ...Object.keys(snapshot)])) {
        this.kind(kind).value = new Map(Object.entries(snapshot[kind] ?? {})) as Map<string, Row>;
      }
    });
  }

  /** Sets and deletes in the order given; one redraw for all. */
  apply(changes: readonly Change[]): void {
    const touched = new Map<string, Map<string, Row>>();
    for (const [kind, id, value] of changes) {
      const rows = touched.get(kind) ?? new Map(this.kind(kind).peek());
      touched.set(kind, rows);
      if (value === null) {
        rows.delete(id);
      } else {
        rows.set(id, value as Row);
      }
    }
    batch(() => {
      for (const [kind, rows] of touched) {
        this.kind(kind).value = rows;
      }
    });
  }

  private kind(kind: string) {
    let rows = this.kinds.get(kind);
    if (!rows) {
      rows = signal<ReadonlyMap<string, Row>>(new Map());
      this.kinds.set(kind, rows);
    }
    return rows as ReturnType<typeof signal<ReadonlyMap<string, Row>>> & { value: ReadonlyMap<string, Row> };
  }
}
