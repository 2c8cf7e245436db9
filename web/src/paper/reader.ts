import { countReader } from './canvases';
import { Companion } from './companion';
import type { Hit } from './find';
import { nearestMark } from './geometry';
import { listenForZoom } from './gestures';
import type { Heading } from './headings';
import type { Search } from './inside';
import { Library, type Loan } from './library';
import { Marker } from './marker';
import type { PageView } from './pageview';
import { Hint, Panel } from './panel';
import type { PaperDocument } from './pdf';
import { PaperProblem } from './problems';
import type { Shown } from './region';
import { Scroller } from './scroller';
import type { LitPassage, NoteMark, Quad, Reader, ReaderOptions } from './types';
import { words } from './words';

/** Half of the smallest comfortable target (48 CSS pixels) for a finger; a mouse points finer. */
const FINGER_SLOP = 20;
const MOUSE_SLOP = 4;
const ZOOM_STEP = 1.25;

/** Keys by which a reader moves the paper himself. */
const MOVES = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
]);

export const library = new Library();

function box(className: string): HTMLDivElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

/** One reader in one host: opens a paper, shows its pages, notes and lit passages, and takes marks. */
export class PaperReader implements Reader {
  private readonly root = box('paper-reader');
  private readonly frame = box('paper-frame');
  private readonly sheet = box('paper-sheet');
  private readonly panel = new Panel();
  private readonly hint = new Hint();
  private readonly life = new AbortController();
  private readonly marker: Marker;
  private options: ReaderOptions;
  private loan: Loan | undefined;
  private scroller: Scroller | undefined;
  private lit: LitPassage[];
  private led: Shown | undefined;
  private companion: Companion | undefined;

  constructor(host: HTMLElement, options: ReaderOptions) {
    this.options = { ...options };
    this.lit = options.lit ?? [];
    this.frame.tabIndex = 0;
    this.frame.setAttribute('role', 'region');
    this.frame.append(this.sheet);
    this.root.append(this.frame, this.panel.element, this.hint.element);
    host.append(this.root);
    this.marker = this.makeMarker();
    countReader(1);
    this.listen();
    this.showMode();
    this.showNight();
    this.open();
  }

  private makeMarker(): Marker {
    return new Marker(
      {
        frame: this.frame,
        enabled: () => this.options.mode === 'mark',
        viewOf: target => this.viewOf(target),
        tapNote: event => this.tapNote(event),
        done: mark => {
          this.hint.say(words().marked, 2);
          this.options.onMark(mark);
        },
        hint: text => this.hint.say(text, 60),
      },
      this.life.signal,
    );
  }

  private listen(): void {
    const { signal } = this.life;
    this.frame.addEventListener('click', event => this.options.mode === 'read' && this.tapNote(event), {
      signal,
    });
    this.frame.addEventListener('pointermove', event => this.hover(event), { signal });
    this.frame.addEventListener('keydown', event => this.key(event), { signal });
    for (const touch of ['pointerdown', 'wheel'] as const) {
      this.frame.addEventListener(touch, () => this.touched(), { signal, passive: true });
    }
    const pan = (dx: number, dy: number): void =>
      this.frame.scrollBy({ left: dx, top: dy, behavior: 'instant' });
    listenForZoom(this.frame, { zoomBy: (factor, y) => this.scroller?.zoomBy(factor, y), pan }, signal);
  }

  private open(): void {
    this.shut();
    this.frame.setAttribute('aria-label', words().paper(0));
    const loan = library.borrow(this.options.url, progress => this.panel.progress(progress));
    this.loan = loan;
    void this.attempt(loan);
  }

  /** Opens the borrowed paper, or says why not; trying again continues the same download. */
  private async attempt(loan: Loan): Promise<void> {
    this.panel.loading();
    try {
      const paper = await loan.open();
      if (this.loan === loan) {
        await this.show(paper);
        this.panel.hide();
      }
    } catch (problem) {
      if (this.loan === loan) {
        this.complain(problem, loan);
      }
    }
  }

  private complain(problem: unknown, loan: Loan): void {
    const known =
      problem instanceof PaperProblem ? problem : new PaperProblem('unreadable', '', { cause: problem });
    const again = (): void => {
      removeEventListener('online', again);
      if (this.loan === loan) {
        void this.attempt(loan);
      }
    };
    this.panel.problem(known, again);
    if (known.worthRetrying) {
      addEventListener('online', again, { signal: this.life.signal });
    }
  }

  private async show(paper: PaperDocument): Promise<void> {
    const scroller = new Scroller(this.frame, this.sheet, paper, {
      onPage: (page, pages) => {
        this.options.page = page;
        this.options.onPage(page, pages);
      },
      onView: (shown, inSight, pages) => this.options.onView?.(shown, inSight, pages),
      onDrawn: view => this.companion?.drawn(view),
      onSketch: async view => {
        await this.companion?.preview(view.number);
      },
      onNoteTap: id => this.options.onNoteTap(id),
    });
    this.scroller = scroller;
    await scroller.start(this.options.page ?? 1);
    if (this.led) {
      scroller.follow(this.led);
    }
    this.frame.setAttribute('aria-label', words().paper(paper.pages));
    this.showNotes();
    this.showLit();
    this.companion = new Companion(paper, scroller, () => this.options.page ?? 1);
  }

  /** Until the paper is open nothing is found. */
  search(words: string, tell: (search: Search) => void, signal: AbortSignal): Promise<void> {
    return this.companion?.search(words, tell, signal) ?? Promise.resolve();
  }

  showHit(hit: Hit | null): void {
    this.companion?.showHit(hit);
  }

  outline(): Promise<Heading[]> {
    return this.companion?.outline() ?? Promise.resolve([]);
  }

  preview(page: number): Promise<string | undefined> {
    return this.companion?.preview(page) ?? Promise.resolve(undefined);
  }

  fitPage(): void {
    this.scroller?.fitPage();
  }

  private shut(): void {
    this.marker?.reset();
    this.scroller?.close();
    this.scroller = undefined;
    this.loan?.release();
    this.loan = undefined;
    this.led = undefined;
    this.companion?.close();
    this.companion = undefined;
  }

  update(partial: Partial<ReaderOptions>): void {
    const before = this.options;
    this.options = { ...before, ...partial };
    if (this.options.url !== before.url || this.options.version !== before.version) {
      this.lit = this.options.lit ?? [];
      this.open();
      return;
    }
    if (this.options.night !== before.night) {
      this.showNight();
    }
    if (this.options.mode !== before.mode) {
      this.showMode();
    }
    if (partial.notes) {
      this.showNotes();
    }
    if (partial.lit && partial.lit !== before.lit) {
      this.lit = partial.lit;
      this.showLit();
    }
  }

  private showNight(): void {
    this.root.classList.toggle('night', this.options.night ?? false);
  }

  private showMode(): void {
    const marking = this.options.mode === 'mark';
    this.frame.classList.toggle('marking', marking);
    this.marker.reset();
    this.hint.say(marking ? words().markStart : '');
  }

  private showNotes(): void {
    for (const view of this.scroller?.views ?? []) {
      view.showNotes(this.options.notes.filter(note => note.page === view.number));
    }
  }

  private showLit(): void {
    for (const view of this.scroller?.views ?? []) {
      view.showLit(
        this.lit.filter(passage => passage.page === view.number).flatMap(passage => passage.quads),
      );
    }
    const first = this.lit[0];
    if (first && this.scroller) {
      this.scroller.goTo(first.page, first.quads);
      this.hint.say(words().lit(first.page));
    }
  }

  goTo(page: number, quads: Quad[] = []): void {
    if (quads.length) {
      this.lit = [{ page, quads }];
      this.showLit();
    } else {
      this.scroller?.goTo(page);
    }
  }

  /** While the paper is still being opened the wish is kept for its first picture. */
  follow(shown: Shown): void {
    this.led = shown;
    if (this.scroller?.views.length) {
      this.scroller.follow(shown);
    }
  }

  shown(): Shown | null {
    return this.scroller?.shown() ?? null;
  }

  zoomIn(): void {
    this.scroller?.zoomBy(ZOOM_STEP);
  }

  zoomOut(): void {
    this.scroller?.zoomBy(1 / ZOOM_STEP);
  }

  fit(): void {
    this.scroller?.zoomTo(1);
  }

  destroy(): void {
    countReader(-1);
    this.life.abort();
    this.panel.hide();
    this.hint.say('');
    this.shut();
    this.root.remove();
  }

  private viewOf(target: EventTarget | null): PageView | undefined {
    const page = target instanceof Element ? target.closest<HTMLElement>('.paper-page') : null;
    return page ? this.scroller?.views[Number(page.dataset.page) - 1] : undefined;
  }

  private noteUnder(event: MouseEvent, slop: number): NoteMark | undefined {
    const view = this.viewOf(document.elementFromPoint(event.clientX, event.clientY));
    if (!view?.notes.length) {
      return undefined;
    }
    const page = view.element.getBoundingClientRect();
    const tenths = (pixels: number): number => (pixels / view.scale) * 10;
    return nearestMark(
      view.notes,
      tenths(event.clientX - page.left),
      tenths(event.clientY - page.top),
      tenths(slop),
    );
  }

  /** A click at the end of a text selection is no tap. */
  private tapNote(event: MouseEvent): boolean {
    const fine = event instanceof PointerEvent && event.pointerType === 'mouse';
    const selecting = getSelection()?.isCollapsed === false;
    const note = selecting ? undefined : this.noteUnder(event, fine ? MOUSE_SLOP : FINGER_SLOP);
    if (note) {
      this.options.onNoteTap(note.id);
    }
    return note !== undefined;
  }

  private hover(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.buttons === 0) {
      const note = this.noteUnder(event, MOUSE_SLOP);
      this.frame.title = note?.label ?? '';
      this.frame.classList.toggle('over-note', note !== undefined);
    }
  }

  private touched(): void {
    this.led = undefined;
    this.options.onTouch?.();
  }

  private key(event: KeyboardEvent): void {
    if (MOVES.has(event.key)) {
      this.touched();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const act = {
      '+': () => this.zoomIn(),
      '=': () => this.zoomIn(),
      '-': () => this.zoomOut(),
      '0': () => this.fit(),
      '1': () => this.fitPage(),
    }[event.key];
    if (act) {
      event.preventDefault();
      this.touched();
      act();
    }
  }
}
