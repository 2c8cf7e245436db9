import { release } from './canvases';
import { findAll } from './find';
import { toQuad } from './geometry';
import type { Size, Spot } from './layout';
import { MarkLayer } from './marks';
import type { PaperDocument, PaperPage, Task } from './pdf';
import { Surface } from './surface';
import type { NoteMark, Quad } from './types';
import { words } from './words';

/** Larger canvases are refused or swapped out by tablets; pdf.js' own viewer keeps to the same bound. */
const MOST_PIXELS = 5_000_000;

/** One page in the sheet: an empty leaf of the right size until it is drawn. */
export class PageView {
  readonly element = document.createElement('div');
  private readonly marks: MarkLayer;
  private spot: Spot = { left: 0, top: 0, width: 0, height: 0 };
  private canvas: HTMLCanvasElement | undefined;
  private layer: HTMLElement | undefined;
  private preview: HTMLImageElement | undefined;
  sketched = false;
  private leaf: PaperPage | undefined;
  private task: Task | undefined;
  private paintedWidth = 0;

  constructor(
    readonly number: number,
    pages: number,
    private size: Size,
    onNoteTap: (id: string) => void,
  ) {
    this.element.className = 'paper-page';
    this.element.dataset.page = String(number);
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', words().page(number, pages));
    this.marks = new MarkLayer(this.element, size, onNoteTap);
  }

  /** CSS pixels a point. */
  get scale(): number {
    return this.spot.width / this.size.width;
  }

  /** Nothing at all is shown, and nobody has tried to show a small picture. */
  get blank(): boolean {
    return !this.canvas && !this.preview && !this.sketched;
  }

  get hasCanvas(): boolean {
    return this.canvas !== undefined;
  }

  /** The page's words, once they are there. */
  get words(): HTMLElement | undefined {
    return this.element.dataset.drawn ? this.layer : undefined;
  }

  get notes(): NoteMark[] {
    return this.marks.current;
  }

  resize(size: Size): void {
    this.size = size;
    this.marks.resize(size);
  }

  place(spot: Spot): void {
    this.spot = spot;
    const { style } = this.element;
    style.left = `${spot.left}px`;
    style.top = `${spot.top}px`;
    style.width = `${spot.width}px`;
    style.height = `${spot.height}px`;
    style.setProperty('--total-scale-factor', String(this.scale));
  }

  /** True until the page is painted for its present width, or has failed at it. */
  get stale(): boolean {
    return this.paintedWidth !== this.spot.width;
  }

  /** Paints the page and writes its words; can be broken off by `rest`. Failures are shown on the page itself. */
  async draw(paper: PaperDocument): Promise<void> {
    const width = this.spot.width;
    try {
      this.leaf = await paper.page(this.number);
      const painted = await this.paint(this.leaf);
      if (painted && (this.layer || (await this.write(this.leaf)))) {
        this.paintedWidth = width;
        this.element.dataset.drawn = 'yes';
      }
    } catch {
      this.paintedWidth = width;
      this.element.dataset.failed = words().pageFailed;
    }
  }

  private async paint(leaf: PaperPage): Promise<boolean> {
    const canvas = this.newCanvas();
    this.task = leaf.paint(canvas);
    const complete = await this.task.done.catch(problem => {
      release(canvas);
      throw problem;
    });
    if (complete) {
      this.swap(canvas);
    } else {
      release(canvas);
    }
    return complete;
  }

  private async write(leaf: PaperPage): Promise<boolean> {
    const layer = document.createElement('div');
    layer.className = 'textLayer';
    this.element.append(layer);
    this.layer = layer;
    this.task = leaf.write(layer);
    // Words that cannot be read are no reason to hide the picture.
    const complete = await this.task.done.catch(() => true);
    if (!complete) {
      layer.remove();
      this.layer = undefined;
    }
    return complete;
  }

  private newCanvas(): HTMLCanvasElement {
    const { width, height } = this.spot;
    const sharpness = Math.min(devicePixelRatio || 1, Math.sqrt(MOST_PIXELS / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.width = Math.floor(width * sharpness);
    canvas.height = Math.floor(height * sharpness);
    return canvas;
  }

  private swap(canvas: HTMLCanvasElement): void {
    this.dropCanvas();
    this.canvas = canvas;
    if (this.preview) {
      this.preview.after(canvas);
    } else {
      this.element.prepend(canvas);
    }
  }

  /** Gives the picture back but keeps the words; the page is painted again when its turn comes. */
  dropCanvas(): void {
    if (this.canvas) {
      release(this.canvas);
      this.canvas = undefined;
      this.paintedWidth = 0;
    }
  }

  /** Breaks the drawing off; what is there stays, the rest is drawn later. */
  interrupt(): void {
    this.task?.cancel();
  }

  /** Back to the empty leaf. */
  rest(): void {
    this.task?.cancel();
    this.task = undefined;
    this.dropCanvas();
    this.paintedWidth = 0;
    this.layer?.remove();
    this.layer = undefined;
    this.leaf?.rest();
    this.leaf = undefined;
    delete this.element.dataset.drawn;
    delete this.element.dataset.failed;
  }

  /** What stands here until the page is drawn. */
  showPreview(url: string): void {
    if (!this.preview) {
      this.preview = document.createElement('img');
      this.preview.className = 'paper-preview';
      this.preview.alt = '';
      this.element.prepend(this.preview);
    }
    this.preview.src = url;
  }

  /** Marks the words wherever they stand on the page; the `nth` of them more strongly. Returns where that one is. */
  showFound(words: string, nth: number | null): Quad[] {
    const layer = words ? this.words : undefined;
    if (!layer) {
      this.marks.showFound([], null);
      return [];
    }
    const surface = new Surface(this.element, layer);
    const all = findAll(surface.text, words).map(({ start, end }) =>
      surface.boxes(start, end).map(box => toQuad(box, this.scale)),
    );
    this.marks.showFound(all, nth);
    return all[nth ?? -1] ?? [];
  }

  showNotes(notes: NoteMark[]): void {
    this.marks.showNotes(notes);
  }

  showLit(quads: Quad[]): void {
    this.marks.showLit(quads);
  }

  showDraft(quads: Quad[]): void {
    this.marks.showDraft(quads);
  }
}
