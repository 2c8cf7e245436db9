import { release } from './canvases';
import { findAll } from './find';
import { nearestMark, toQuad } from './geometry';
import { InkLayer, type Rest } from './ink-layer';
import type { Size, Spot } from './layout';
import { MarkLayer } from './marks';
import type { PaperPage, Task } from './pdf';
import type { Paper } from './prepared';
import { Surface } from './surface';
import type { InkMark, NoteMark, Quad } from './types';
import { words } from './words';

/** Larger canvases are refused or swapped out by tablets; pdf.js' own viewer keeps to the same bound. */
const MOST_PIXELS = 5_000_000;

/** One page in the sheet: an empty leaf of the right size until it is drawn. */
export class PageView {
  readonly element = document.createElement('div');
  private readonly marks: MarkLayer;
  private readonly ink: InkLayer;
  private spot: Spot = { left: 0, top: 0, width: 0, height: 0 };
  private canvas: HTMLCanvasElement | undefined;
  private layer: HTMLElement | undefined;
  private preview: HTMLImageElement | undefined;
  sketched = false;
  private leaf: PaperPage | undefined;
  private task: Task | undefined;
  private paintedWidth = 0;
  private givenUp = false;

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
    this.ink = new InkLayer(this.element, size);
  }

  /** CSS pixels a point. */
  get scale(): number {
    return this.spot.width / this.size.width;
  }

  /** The page's size in tenths of a point. */
  get tenths(): Size {
    return { width: Math.round(this.size.width * 10), height: Math.round(this.size.height * 10) };
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

  /** As the PDF tells it, once the page was drawn. */
  get trueSize(): Size | undefined {
    return this.leaf?.size;
  }

  get notes(): NoteMark[] {
    return this.marks.current;
  }

  /** The mark at a place of the window, or at most `slop` pixels beside it. */
  noteAt({ clientX, clientY }: MouseEvent, slop: number): NoteMark | undefined {
    const page = this.element.getBoundingClientRect();
    const tenths = (pixels: number): number => (pixels / this.scale) * 10;
    return nearestMark(this.notes, tenths(clientX - page.left), tenths(clientY - page.top), tenths(slop));
  }

  resize(size: Size): void {
    this.size = size;
    this.marks.resize(size);
    this.ink.resize(size);
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
  async draw(paper: Paper): Promise<void> {
    const width = this.spot.width;
    this.givenUp = false;
    this.ink.wake();
    try {
      const leaf = await paper.page(this.number);
      if (this.givenUp) {
        leaf.rest();
        return;
      }
      this.leaf = leaf;
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
    this.givenUp = true;
    this.task?.cancel();
  }

  /** Back to the empty leaf. */
  rest(): void {
    this.interrupt();
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
      this.preview.decoding = 'sync'; // with the frame that shows it, not after
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

  showInk(ink: readonly InkMark[]): void {
    this.ink.show(ink);
  }

  /** A stroke that was drawn just now. */
  putInk(mark: InkMark): void {
    this.ink.put(mark);
  }

  inkUnder(from: readonly [number, number], to: readonly [number, number], radius: number): string[] {
    return this.ink.under(from, to, radius);
  }

  rubInk(from: readonly [number, number], to: readonly [number, number], radius: number): void {
    this.ink.rub(from, to, radius);
  }

  restsOfInk(): Rest[] {
    return this.ink.rests();
  }

  wholeInk(): void {
    this.ink.whole();
  }

  fadeInk(strokes: readonly string[], faded: boolean): void {
    this.ink.fade(strokes, faded);
  }

  showLit(quads: Quad[]): void {
    this.marks.showLit(quads);
  }

  showTint(quads: Quad[]): void {
    this.marks.showTint(quads);
  }

  showDraft(quads: Quad[]): void {
    this.marks.showDraft(quads);
  }
}
