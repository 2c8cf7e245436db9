import type { Hit } from './find';
import type { Heading } from './headings';
import type { Search } from './inside';
import type { Shown } from './region';

export type { Heading, Hit, Search };

/** The reader of papers, seen from the screens: plain values in, plain calls out; it knows no network but the PDF's address. */

/** Left, top, right, bottom in tenths of a PDF point; the origin is the top left of the displayed page. */
export type Quad = [left: number, top: number, right: number, bottom: number];

export type MarkColour = 'yellow' | 'green' | 'blue' | 'pink';

/** A note drawn on the page. */
export interface NoteMark {
  id: string;
  page: number;
  quads: Quad[];
  colour: MarkColour;
  /** Written by the person who reads (others' shared notes have another outline). */
  own: boolean;
  shared: boolean;
  /** Waits for the network. */
  pending: boolean;
  /** Said by screen readers and shown as the tooltip. */
  label: string;
}

/** A passage just marked: quads plus the W3C text-quote and text-position selectors of one page (text in NFC). */
export interface NewMark {
  page: number;
  quads: Quad[];
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

/** How ink looks on paper; the paper is light in every theme. */
export const INK_COLOURS = { black: '#1a1a1a', blue: '#0b3fb5', red: '#c01622', green: '#0f6b3a' } as const;

export type InkColour = keyof typeof INK_COLOURS;

/** A stroke just drawn; `points` as `ink/points` writes them, `width` in tenths of a PDF point. */
export interface NewStroke {
  id: string;
  page: number;
  colour: InkColour;
  width: number;
  points: string;
}

/** A stroke on the page. */
export interface InkMark extends NewStroke {
  own: boolean;
  /** Waits for the network. */
  pending: boolean;
}

/** A stroke of which an eraser took parts, and the strokes that are left of it: none, or one or more. */
export interface RubbedStroke {
  stroke: NewStroke;
  left: NewStroke[];
}

/** What the pen writes with; `fingers`: they draw, too. */
export interface PenLook {
  colour: InkColour;
  width: number;
  fingers: boolean;
}

export interface LitPassage {
  page: number;
  quads: Quad[];
}

export interface ReaderOptions {
  /** Address of the PDF for reading; same origin. */
  url: string;
  version: string;
  /** What the paper is called where several are open at once. */
  name?: string;
  /** Letters in scanned pages are still being recognised; when this becomes false, they can be found. */
  rough?: boolean;
  /** 1 is the first page. */
  page?: number;
  notes: NoteMark[];
  lit?: LitPassage[];
  /** Passages that are told from the rest of the paper for as long as it is open; nothing scrolls there. */
  tinted?: LitPassage[];
  /** Strokes drawn by hand. */
  ink?: InkMark[];
  pen?: PenLook;
  mode: 'read' | 'mark' | 'draw' | 'erase' | 'rub';
  /** Pages are dimmed for a dark room; nothing is inverted, so that seals and pictures stay what they are. */
  night?: boolean;
  onPage(page: number, pages: number): void;
  /**
   * The window shows another part of the paper; at most once a frame. `inSight` are the pages that are half seen or
   * fill half of the window, none while the paper lies in a closed panel.
   */
  onView?(shown: Shown, inSight: number[], pages: number): void;
  /** The reader's own hand moved or touched the paper; what the program does is not told here. */
  onTouch?(): void;
  onMark(mark: NewMark): void;
  onNoteTap(id: string): void;
  /** With the version on which it was drawn: another may have been opened meanwhile. */
  onStroke?(stroke: NewStroke, version: string): void;
  onErase?(strokes: string[], version: string): void;
  onRub?(strokes: RubbedStroke[], version: string): void;
  /** A pen was used on this tablet. */
  onPen?(): void;
}

export interface Reader {
  /**
   * A changed `url` or `version` opens the other paper, at `page` or else at the page that is being read; everything
   * else is drawn anew in place. Another `lit` array, even one with the same passages, scrolls there again.
   */
  update(partial: Partial<ReaderOptions>): void;
  /** Scrolls to a page; with `quads` these are lit until the next call or the next `lit`. */
  goTo(page: number, quads?: Quad[]): void;
  /** Scrolls to a place without lighting it; while the paper is still being opened the wish is kept. */
  lookAt(page: number, quads: Quad[]): void;
  /** Shows the same part of the page as another tablet, however different the windows are. */
  follow(shown: Shown): void;
  /** What is in sight now; null until the paper is laid out. */
  shown(): Shown | null;
  /** Zoom is a multiple of the width that fits, so that turning the tablet keeps it. */
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  fitPage(): void;
  /** Looks for words on every page until `signal` aborts, marks them on the pages, and tells what is found so far. */
  search(words: string, tell: (search: Search) => void, signal: AbortSignal): Promise<void>;
  /** Goes to a hit and marks it more strongly; null takes all marks of the search away. */
  showHit(hit: Hit | null): void;
  outline(): Promise<Heading[]>;
  /** The address of a small picture of the page; nothing when there is none. */
  preview(page: number): Promise<string | undefined>;
  destroy(): void;
}

/** What `index.ts` exports. */
export type MountReader = (host: HTMLElement, options: ReaderOptions) => Reader;
