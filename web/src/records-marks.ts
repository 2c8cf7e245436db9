/** What people write and draw on papers. */

import type { Quad } from './records';

export interface NoteRecord {
  version: string;
  paper: string;
  page: number;
  quads: Quad[];
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  text: string;
  colour: 'yellow' | 'green' | 'blue' | 'pink';
  author: string;
  shared: boolean;
  /** With whom; nobody named: the whole meeting (rules/sharing). */
  named: string[];
  at: number;
}

/** A stroke drawn by hand; `points` as ink/points writes them, `width` in tenths of a PDF point. */
export interface StrokeRecord {
  version: string;
  paper: string;
  page: number;
  points: string;
  colour: 'black' | 'blue' | 'red' | 'green';
  width: number;
  author: string;
  shared: boolean;
  named: string[];
  at: number;
}

/** What became of one's own note in a later version of its paper; under the note's id. */
export interface PlacementRecord {
  paper: string;
  version: string;
  from_version: string;
  from_page: number;
  state: 'kept' | 'moved' | 'changed' | 'lost' | 'stays' | 'placed';
  /** The proposal of `changed`, or where the note stands now. */
  page: number;
  quads: Quad[];
  exact: string;
  at: number;
}

export interface CommentRecord {
  paper: string;
  author: string;
  text: string;
  at: number;
  /** Its writer asks that it stands in the minutes. */
  recorded: boolean;
}

/** What became of one's own strokes on a page in a later version of its paper; under "version.page.user". */
export interface InkPlaceRecord {
  paper: string;
  version: string;
  from_version: string;
  from_page: number;
  state: 'kept' | 'changed' | 'stays' | 'placed';
  /** Where they are, or where they may belong; 0: unknown. */
  page: number;
  at: number;
}
