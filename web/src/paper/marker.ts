import { toQuad } from './geometry';
import type { PageView } from './pageview';
import { type Quote, quoteOf, wholeWords } from './quote';
import { Surface } from './surface';
import type { NewMark, Quad } from './types';
import { words } from './words';

/** A finger that moved less meant a tap. */
const TAP_PIXELS = 8;
/** A drag this near to the window's edge scrolls on. */
const EDGE_PIXELS = 48;
const EDGE_STEP = 12;
/** Longer quotations are not taken by the server; no page of a paper comes near it. */
const MOST_LETTERS = 8000;

export interface MarkerHost {
  frame: HTMLElement;
  enabled(): boolean;
  viewOf(target: EventTarget | null): PageView | undefined;
  /** A tap that hits a note is the note's. */
  tapNote(event: PointerEvent): boolean;
  done(mark: NewMark): void;
  hint(text: string): void;
}

interface Drag {
  pointer: number;
  view: PageView;
  surface: Surface;
  from: number;
  startX: number;
  startY: number;
  x: number;
  y: number;
  moved: boolean;
}

/** The first word of a passage that is marked by two taps. */
interface Anchor {
  view: PageView;
  letter: number;
}

/**
 * Marks passages by dragging, or by tapping the first and then the last word (WCAG 2.2, 2.5.7). Finger, pen and mouse
 * do the same; a pen takes over from the palm that came down before it.
 */
export class Marker {
  private drag: Drag | undefined;
  private anchor: Anchor | undefined;
  private request = 0;

  constructor(
    private readonly host: MarkerHost,
    signal: AbortSignal,
  ) {
    const { frame } = host;
    frame.addEventListener('pointerdown', event => this.down(event), { signal });
    frame.addEventListener('pointermove', event => this.move(event), { signal });
    frame.addEventListener('pointerup', event => this.up(event), { signal });
    frame.addEventListener('pointercancel', event => this.cancelOf(event), { signal });
    frame.addEventListener('keydown', event => event.key === 'Escape' && this.reset(), { signal });
    signal.addEventListener('abort', () => this.reset());
  }

  /** Forgets what was begun. */
  reset(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
    this.drag?.view.showDraft([]);
    this.anchor?.view.showDraft([]);
    if (this.anchor) {
      this.host.hint('');
    }
    this.drag = undefined;
    this.anchor = undefined;
  }

  private down(event: PointerEvent): void {
    if (!this.host.enabled() || event.button > 0) {
      return;
    }
    if (this.drag && event.pointerType !== 'pen') {
      this.endDrag();
      return;
    }
    const view = this.host.viewOf(event.target);
    if (view) {
      this.begin(event, view);
    }
  }

  private begin(event: PointerEvent, view: PageView): void {
    this.endDrag();
    const layer = view.words;
    if (!layer) {
      return;
    }
    const surface = new Surface(view.element, layer);
    const [x, y] = [event.clientX, event.clientY];
    const from = letterUnder(view, surface, x, y);
    if (from === null) {
      this.host.hint(words().noText);
      return;
    }
    // Fingers and pens are captured by themselves; asking for it is known to end strokes on iPadOS.
    if (event.pointerType === 'mouse') {
      this.host.frame.setPointerCapture(event.pointerId);
    }
    const pointer = event.pointerId;
    this.drag = { pointer, view, surface, from, startX: x, startY: y, x, y, moved: false };
  }

  private move(event: PointerEvent): void {
    const { drag } = this;
    if (!drag || drag.pointer !== event.pointerId) {
      return;
    }
    drag.x = event.clientX;
    drag.y = event.clientY;
    drag.moved ||= Math.hypot(drag.x - drag.startX, drag.y - drag.startY) > TAP_PIXELS;
    if (drag.moved) {
      this.dropAnchor(drag.view);
      this.request ||= requestAnimationFrame(() => this.follow());
    }
  }

  private follow(): void {
    this.request = 0;
    const { drag } = this;
    if (drag) {
      drag.view.showDraft(this.quads(drag.view, drag.surface, this.span(drag)));
      if (this.scrollAtEdge(drag.y)) {
        this.request = requestAnimationFrame(() => this.follow());
      }
    }
  }

  private scrollAtEdge(y: number): boolean {
    const edges = this.host.frame.getBoundingClientRect();
    const step = y < edges.top + EDGE_PIXELS ? -EDGE_STEP : y > edges.bottom - EDGE_PIXELS ? EDGE_STEP : 0;
    const before = this.host.frame.scrollTop;
    this.host.frame.scrollTop += step;
    return this.host.frame.scrollTop !== before;
  }

  private up(event: PointerEvent): void {
    const { drag } = this;
    if (!drag || drag.pointer !== event.pointerId) {
      return;
    }
    drag.x = event.clientX;
    drag.y = event.clientY;
    const span = this.span(drag);
    this.endDrag();
    if (drag.moved) {
      this.finish(drag.view, drag.surface, span);
    } else if (this.anchor || !this.host.tapNote(event)) {
      this.tap(drag);
    }
  }

  private cancelOf(event: PointerEvent): void {
    if (this.drag?.pointer === event.pointerId) {
      this.endDrag();
    }
  }

  private endDrag(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
    if (this.drag && this.drag.view !== this.anchor?.view) {
      this.drag.view.showDraft([]);
    }
    this.drag = undefined;
  }

  private tap(drag: Drag): void {
    const letter = onWord(drag.surface.text, drag.from);
    const first = this.anchor;
    if (first && first.view === drag.view) {
      this.dropAnchor(drag.view);
      this.finish(drag.view, drag.surface, passage(drag.surface, first.letter, letter));
      return;
    }
    this.dropAnchor();
    this.anchor = { view: drag.view, letter };
    drag.view.showDraft(this.quads(drag.view, drag.surface, passage(drag.surface, letter, letter)));
    this.host.hint(words().markEnd);
  }

  private dropAnchor(keepDraftOf?: PageView): void {
    if (this.anchor) {
      if (this.anchor.view !== keepDraftOf) {
        this.anchor.view.showDraft([]);
      }
      this.anchor = undefined;
      this.host.hint('');
    }
  }

  private span(drag: Drag): [number, number] {
    const to = letterUnder(drag.view, drag.surface, drag.x, drag.y) ?? drag.from;
    return passage(drag.surface, drag.from, to);
  }

  private quads(view: PageView, surface: Surface, [start, end]: [number, number]): Quad[] {
    return surface.boxes(start, end).map(box => toQuad(box, view.scale));
  }

  private finish(view: PageView, surface: Surface, span: [number, number]): void {
    view.showDraft([]);
    const quads = this.quads(view, surface, span);
    if (quads.length) {
      const quote: Quote = quoteOf(surface.text, ...span);
      this.host.done({ page: view.number, quads, ...quote });
    }
  }
}

function passage(surface: Surface, one: number, other: number): [start: number, end: number] {
  const [start, end] = wholeWords(surface.text, one, other);
  return [start, Math.min(end, start + MOST_LETTERS)];
}

function letterUnder(view: PageView, surface: Surface, x: number, y: number): number | null {
  const page = view.element.getBoundingClientRect();
  return surface.letterAt(x - page.left, y - page.top);
}

/** A tap between two words means the one before. */
function onWord(text: string, letter: number): number {
  return letter > 0 && !text.charAt(letter).trim() ? letter - 1 : letter;
}
