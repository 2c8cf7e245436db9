import type { CommentRecord, NoteRecord } from '../records';
import type { Waiting } from '../sync/outbox';
import type { AddNote } from '../wire';

/** `waiting` for the network, `refused` by the server, or nothing of the kind. */
export type Delivery =
  | { state: 'sent' }
  | { state: 'waiting'; key: string }
  | { state: 'refused'; key: string; why: string };

export interface Shown<Row> {
  id: string;
  row: Row;
  delivery: Delivery;
}

export const SENT: Delivery = { state: 'sent' };

/** The notes as they will be once everything that waits on this tablet is recorded. */
export function notesWith(
  records: ReadonlyMap<string, NoteRecord>,
  waiting: readonly Waiting[],
  me: string,
  paperOf: (version: string) => string,
): Shown<NoteRecord>[] {
  const notes = new Map<string, Shown<NoteRecord>>();
  for (const [id, row] of records) {
    notes.set(id, { id, row, delivery: SENT });
  }
  for (const act of waiting) {
    const { command } = act;
    const delivery = deliveryOf(act);
    if (command.type === 'note.add') {
      notes.set(command.note, { id: command.note, row: fresh(command, me, act.since, paperOf), delivery });
    } else if (command.type === 'note.remove' && !act.refused) {
      notes.delete(command.note);
    } else if (command.type === 'note.edit') {
      change(notes, command.note, { text: command.text }, delivery);
    } else if (command.type === 'note.share') {
      change(notes, command.note, { shared: command.shared, named: command.named ?? [] }, delivery);
    }
  }
  return [...notes.values()].sort((a, b) => a.row.page - b.row.page || top(a.row) - top(b.row));
}

/** The comments on a paper, oldest first, with those that still wait. */
export function commentsWith(
  records: ReadonlyMap<string, CommentRecord>,
  waiting: readonly Waiting[],
  me: string,
  paper: string,
): Shown<CommentRecord>[] {
  const comments = new Map<string, Shown<CommentRecord>>();
  for (const [id, row] of records) {
    comments.set(id, { id, row, delivery: SENT });
  }
  for (const act of waiting) {
    const { command } = act;
    if (command.type === 'comment.add') {
      const row = {
        paper: command.paper,
        author: me,
        text: command.text,
        at: act.since,
        recorded: command.recorded ?? false,
      };
      comments.set(command.comment, { id: command.comment, row, delivery: deliveryOf(act) });
    } else if (command.type === 'comment.remove' && !act.refused) {
      comments.delete(command.comment);
    }
  }
  return [...comments.values()].filter(({ row }) => row.paper === paper).sort((a, b) => a.row.at - b.row.at);
}

export function deliveryOf(act: Waiting): Delivery {
  return act.refused
    ? { state: 'refused', key: act.key, why: act.refused }
    : { state: 'waiting', key: act.key };
}

function change(
  notes: Map<string, Shown<NoteRecord>>,
  id: string,
  part: Partial<NoteRecord>,
  delivery: Delivery,
): void {
  const note = notes.get(id);
  if (note) {
    const row = delivery.state === 'refused' ? note.row : { ...note.row, ...part };
    notes.set(id, { id, row, delivery: note.delivery.state === 'sent' ? delivery : note.delivery });
  }
}

function fresh(command: AddNote, me: string, at: number, paperOf: (version: string) => string): NoteRecord {
  return {
    version: command.version,
    paper: paperOf(command.version),
    page: command.page,
    quads: command.quads,
    exact: command.exact,
    prefix: command.prefix ?? '',
    suffix: command.suffix ?? '',
    start: command.start ?? 0,
    end: command.end ?? 0,
    text: command.text ?? '',
    colour: command.colour ?? 'yellow',
    author: me,
    shared: false,
    named: [],
    at,
  };
}

function top(note: NoteRecord): number {
  return note.quads[0]?.[1] ?? 0;
}
