import { findAll } from '../paper/find';
import type { NoteRecord, Quad, StrokeRecord } from '../records';
import type { Shown } from './notes';

export const MARK_KINDS = ['highlight', 'note', 'ink'] as const;

/** A passage without words of one's own, one with them, or all strokes of one person on one page. */
export type MarkKind = (typeof MARK_KINDS)[number];

interface Place {
  id: string;
  paper: string;
  version: string;
  page: number;
  author: string;
  /** Tenths of a point from the page's top. */
  top: number;
}

export type MarkEntry = Place &
  ({ kind: 'highlight' | 'note'; note: Shown<NoteRecord> } | { kind: 'ink'; strokes: Shown<StrokeRecord>[] });

export interface MarkFilter {
  words: string;
  kind: MarkKind | 'all';
  /** All papers when empty. */
  paper: string;
}

export const NO_FILTER: MarkFilter = { words: '', kind: 'all', paper: '' };

/** All marks of a meeting, page by page; strokes on one page are one entry. */
export function markEntries(
  notes: readonly Shown<NoteRecord>[],
  ink: readonly Shown<StrokeRecord>[],
): MarkEntry[] {
  const pages = new Map<string, Shown<StrokeRecord>[]>();
  for (const stroke of ink) {
    const { version, page, author } = stroke.row;
    const place = `${version} ${page} ${author}`;
    const known = pages.get(place);
    if (known) {
      known.push(stroke);
    } else {
      pages.set(place, [stroke]);
    }
  }
  const drawn = [...pages].map(([id, strokes]) => inkEntry(id, strokes));
  return [...notes.map(noteEntry), ...drawn].sort((a, b) => a.page - b.page || a.top - b.top);
}

function noteEntry(note: Shown<NoteRecord>): MarkEntry {
  const { paper, version, page, author, quads, text } = note.row;
  const top = quads[0]?.[1] ?? 0;
  return { id: note.id, paper, version, page, author, top, kind: text ? 'note' : 'highlight', note };
}

function inkEntry(id: string, strokes: Shown<StrokeRecord>[]): MarkEntry {
  const { paper, version, page, author } = strokes[0]!.row;
  return { id, paper, version, page, author, top: 0, kind: 'ink', strokes };
}

/** Words are looked for in the passage, in one's own words, and in the paper's title; with or without their marks. */
export function matchingMarks(
  entries: readonly MarkEntry[],
  { words, kind, paper }: MarkFilter,
  titleOf: (paper: string) => string,
): MarkEntry[] {
  const wanted = words.trim();
  return entries.filter(
    entry =>
      (kind === 'all' || entry.kind === kind) &&
      (!paper || entry.paper === paper) &&
      (!wanted || findAll(`${wordsOf(entry)}\n${titleOf(entry.paper)}`, wanted).length > 0),
  );
}

function wordsOf(entry: MarkEntry): string {
  return entry.kind === 'ink' ? '' : `${entry.note.row.text}\n${entry.note.row.exact}`;
}

/** What surrounds strokes, a little wider than they are; tenths of a point. */
export function around(places: readonly (readonly [number, number, number])[], margin: number): Quad {
  const box: Quad = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [x, y] of places) {
    box[0] = Math.min(box[0], x - margin);
    box[1] = Math.min(box[1], y - margin);
    box[2] = Math.max(box[2], x + margin);
    box[3] = Math.max(box[3], y + margin);
  }
  return box;
}
