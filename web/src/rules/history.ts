import type { NoteRecord, StrokeRecord } from '../records';
import type { Patient } from '../sync/outbox';
import type { AddNote, EraseStrokes, Replacement, StrokeLine } from '../wire';
import { lineOf } from './ink';
import { type Sharing, sharingOf } from './sharing';

/** What a person did to the marks of a meeting, with what takes it back and what does it once more. */
export interface Step {
  undo: Patient[];
  redo: Patient[];
}

/** Steps that may be taken back, and those that were; newest last. */
export interface History {
  past: readonly Step[];
  future: readonly Step[];
}

const MOST_STEPS = 200;
/** A command takes so many strokes at once. */
const MOST_DRAWN = 100;

export const NOTHING: History = { past: [], future: [] };

export function did({ past }: History, step: Step): History {
  return { past: [...past, step].slice(-MOST_STEPS), future: [] };
}

/** The step to take back, and what is left. */
export function takenBack({ past, future }: History): [Step | undefined, History] {
  const step = past.at(-1);
  return step
    ? [step, { past: past.slice(0, -1), future: [...future, step] }]
    : [undefined, { past, future }];
}

export function doneAgain({ past, future }: History): [Step | undefined, History] {
  const step = future.at(-1);
  return step
    ? [step, { past: [...past, step], future: future.slice(0, -1) }]
    : [undefined, { past, future }];
}

export function drew(version: string, paper: string, lines: StrokeLine[]): Step {
  const strokes = lines.map(({ stroke }) => stroke);
  return { undo: [{ type: 'ink.erase', paper, strokes }], redo: drawing(version, lines) };
}

/** Strokes of one paper, of one version or several; they come back as shared as they were. */
export function erased(paper: string, strokes: readonly (readonly [string, StrokeRecord])[]): Step {
  const erase: EraseStrokes = { type: 'ink.erase', paper, strokes: strokes.map(([id]) => id) };
  return { undo: drawnAgain(strokes), redo: [erase] };
}

/** Recorded strokes, by version and by whom they were shared with. */
function drawnAgain(strokes: readonly (readonly [string, StrokeRecord])[]): Patient[] {
  const alike = new Map<string, (readonly [string, StrokeRecord])[]>();
  for (const stroke of strokes) {
    const { version, shared, named } = stroke[1];
    const kind = JSON.stringify([version, shared, named]);
    alike.set(kind, [...(alike.get(kind) ?? []), stroke]);
  }
  return [...alike.values()].flatMap(group => {
    const [, row] = group[0]!;
    return drawing(
      row.version,
      group.map(([id, stroke]) => lineOf(id, stroke)),
      sharingOf(row),
    );
  });
}

/**
 * Strokes of which an eraser took parts, each with what is left of it. The rest stays shared as its stroke was, which is
 * why it is not drawn anew; a stroke of which nothing is left comes back as shared as it was.
 */
export function rubbed(
  version: string,
  paper: string,
  strokes: readonly (readonly [StrokeLine, readonly StrokeLine[]])[],
  recorded: (stroke: string) => StrokeRecord | undefined,
): Step {
  const gone = strokes.filter(([, left]) => left.length === 0).map(([line]) => line);
  const cut = strokes.filter(([, left]) => left.length > 0);
  const known = gone.flatMap(({ stroke }) => {
    const row = recorded(stroke);
    return row ? [[stroke, row] as const] : [];
  });
  const names = (lines: readonly StrokeLine[]) => lines.map(({ stroke }) => stroke);
  const forth = cut.map(([line, left]) => ({ old: [line.stroke], new: [...left] }));
  const back = cut.map(([line, left]) => ({ old: names(left), new: [line] }));
  const erase: Patient[] = gone.length ? [{ type: 'ink.erase', paper, strokes: names(gone) }] : [];
  return {
    undo: [...replacing(version, back), ...drawnAgain(known)],
    redo: [...replacing(version, forth), ...erase],
  };
}

function replacing(version: string, strokes: Replacement[]): Patient[] {
  return strokes.length ? [{ type: 'ink.replace', version, strokes }] : [];
}

function drawing(version: string, lines: StrokeLine[], sharing: Partial<Sharing> = {}): Patient[] {
  const parts: Patient[] = [];
  for (let at = 0; at < lines.length; at += MOST_DRAWN) {
    parts.push({ type: 'ink.draw', version, strokes: lines.slice(at, at + MOST_DRAWN), ...sharing });
  }
  return parts;
}

export function noted(command: AddNote, sharing: Sharing): Step {
  const { note } = command;
  const share: Patient[] = sharing.shared ? [{ type: 'note.share', note, ...sharing }] : [];
  return { undo: [{ type: 'note.remove', note }], redo: [command, ...share] };
}

export function removed(note: string, row: NoteRecord): Step {
  const { undo, redo } = noted(again(note, row), sharingOf(row));
  return { undo: redo, redo: undo };
}

export function rewritten(note: string, from: string, to: string): Step {
  const edit = (text: string): Patient => ({ type: 'note.edit', note, text });
  return { undo: [edit(from)], redo: [edit(to)] };
}

export function shownTo(note: string, from: Sharing, to: Sharing): Step {
  const share = (sharing: Sharing): Patient => ({ type: 'note.share', note, ...sharing });
  return { undo: [share(from)], redo: [share(to)] };
}

/** All strokes of a page. */
export function inkShown(version: string, page: number, from: Sharing, to: Sharing): Step {
  const share = (sharing: Sharing): Patient => ({ type: 'ink.share', version, page, ...sharing });
  return { undo: [share(from)], redo: [share(to)] };
}

/** A note as it is written once more, under its own name. */
function again(note: string, row: NoteRecord): AddNote {
  const { version, page, quads, exact, prefix, suffix, start, end, text, colour } = row;
  return { type: 'note.add', note, version, page, quads, exact, prefix, suffix, start, end, text, colour };
}

/** The note that a command is about and that must be there for it; undefined for every other command. */
export function noteNeeded(command: Patient): string | undefined {
  const { type } = command;
  const needs = type === 'note.edit' || type === 'note.share' || type === 'note.remove';
  return needs ? command.note : undefined;
}
