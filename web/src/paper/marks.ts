import { hull } from './geometry';
import type { Size } from './layout';
import type { NoteMark, Quad } from './types';

const SVG = 'http://www.w3.org/2000/svg';
/** A lit passage's bar in the page's left margin, in tenths of a point. */
const BAR_LEFT = 60;
const BAR_RIGHT = 95;

function draw(name: 'svg' | 'g' | 'rect', attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, String(value));
  }
  return element;
}

function rectangle([left, top, right, bottom]: Quad, more: Record<string, string | number> = {}): SVGElement {
  return draw('rect', { x: left, y: top, width: right - left, height: bottom - top, ...more });
}

/**
 * What is drawn over one page: lit passages, notes and the mark being made. One SVG in tenths of a point, so zoom needs
 * no redrawing. It blends as a whole: blending single shapes inside it would wash the print out.
 */
export class MarkLayer {
  private readonly svg: SVGElement;
  private readonly tint = draw('g', { class: 'paper-tint', 'aria-hidden': 'true' });
  private readonly lit = draw('g', { class: 'paper-lit', 'aria-hidden': 'true' });
  private readonly notes = draw('g', { class: 'paper-notes' });
  private readonly found = draw('g', { class: 'paper-found', 'aria-hidden': 'true' });
  private readonly draft = draw('g', { class: 'paper-draft', 'aria-hidden': 'true' });
  private shown = '[]';
  current: NoteMark[] = [];

  constructor(
    host: HTMLElement,
    size: Size,
    private readonly onTap: (id: string) => void,
  ) {
    this.svg = draw('svg', { class: 'paper-marks', preserveAspectRatio: 'none' });
    this.svg.append(this.tint, this.notes, this.found, this.draft, this.lit);
    this.resize(size);
    host.append(this.svg);
  }

  resize(size: Size): void {
    this.svg.setAttribute('viewBox', `0 0 ${size.width * 10} ${size.height * 10}`);
  }

  /** Unchanged notes are left alone, so that the keyboard keeps its place among them. */
  showNotes(notes: NoteMark[]): void {
    const picture = JSON.stringify(notes);
    if (picture !== this.shown) {
      this.shown = picture;
      this.current = notes;
      this.notes.replaceChildren(...notes.map(note => this.noteOf(note)));
    }
  }

  showLit(quads: Quad[]): void {
    const around = hull(quads);
    const bar = around ? [rectangle([BAR_LEFT, around[1], BAR_RIGHT, around[3]], { class: 'bar' })] : [];
    this.lit.replaceChildren(...quads.map(quad => rectangle(quad, { rx: 12 })), ...bar);
  }

  showTint(quads: Quad[]): void {
    this.tint.replaceChildren(...quads.map(quad => rectangle(quad, { rx: 8 })));
  }

  showFound(hits: Quad[][], current: number | null): void {
    this.found.replaceChildren(
      ...hits.flatMap((quads, nth) =>
        quads.map(quad => rectangle(quad, nth === current ? { class: 'current' } : {})),
      ),
    );
  }

  showDraft(quads: Quad[]): void {
    this.draft.replaceChildren(...quads.map(quad => rectangle(quad)));
  }

  private noteOf(note: NoteMark): SVGElement {
    const kind = `paper-note ${note.colour}${note.own ? '' : ' others'}${note.pending ? ' pending' : ''}`;
    const group = draw('g', {
      class: kind,
      role: 'button',
      tabindex: 0,
      'aria-label': note.label,
      'data-note': note.id,
    });
    group.append(...note.quads.map(quad => rectangle(quad, { rx: 8 })));
    group.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        this.onTap(note.id);
      }
    });
    return group;
  }
}
