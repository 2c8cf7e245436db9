import { countReader } from './canvases';
import { Companion } from './companion';
import { Drawing } from './drawing';
import type { Hit } from './find';
import { quadsOn } from './geometry';
import { listenForZoom, MOVES, zoomAct } from './gestures';
import type { Heading } from './headings';
import type { Search } from './inside';
import { Library, type Loan } from './library';
import { Marker } from './marker';
import type { PageView } from './pageview';
import { Hint, make, Panel } from './panel';
import { Prepared } from './prepared';
import { PaperProblem } from './problems';
import type { Shown } from './region';
import { Scroller } from './scroller';
import type { LitPassage, NoteMark, Quad, Reader, ReaderOptions } from './types';
import { words } from './words';

/** Half of the smallest comfortable target (48 CSS pixels) for a finger; a mouse points finer. */
const FINGER_SLOP = 20;
const MOUSE_SLOP = 4;
const ZOOM_STEP = 1.25;

export const library = new Library();

/** One reader in one host: opens a paper, shows its pages, notes and lit passages, and takes marks. */
export class PaperReader implements Reader {
  private readonly root = make('div', 'paper-reader');
  private readonly frame = make('div', 'paper-frame');
  private readonly sheet = make('div', 'paper-sheet');
  private readonly panel = new Panel();
  private readonly hint = new Hint();
  private readonly life = new AbortController();
  private readonly marker: Marker;
  private readonly drawing: Drawing;
  private options: ReaderOptions;
  private loan: Loan | undefined;
  private scroller: Scroller | undefined;
  private lit: LitPassage[];
  private led: Shown | undefined;
  private sight: LitPassage | undefined;
  private companion: Companion | undefined;
  private paper: Prepared | undefined;

  constructor(host: HTMLElement, options: ReaderOptions) {
    this.options = { ...options };
    this.lit = options.lit ?? [];
    this.frame.tabIndex = 0;
    this.frame.setAttribute('role', 'region');
    this.frame.append(this.sheet);
    this.root.append(this.frame, this.panel.element, this.hint.element);
    host.append(this.root);
    this.marker = this.makeMarker();
    this.drawing = new Drawing(
      this.frame,
      () => this.options,
      target => this.viewOf(target),
      this.life.signal,
    );
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
    this.call(0);
    const loan = library.borrow(this.options.url, progress => this.panel.progress(progress));
    this.loan = loan;
    void this.attempt(loan);
  }

  private call(pages: number): void {
    const { name } = this.options;
    this.frame.setAttribute('aria-label', [name, words().paper(pages)].filter(Boolean).join(': '));
  }

  /** Opens the borrowed paper, or says why not; trying again continues the same download. */
  private async attempt(loan: Loan): Promise<void> {
    this.panel.loading();
    this.putAway();
    try {
      const opening = loan.open();
      const rough = this.options.rough ?? false;
      const early = await Promise.race([loan.leaves(rough), opening.then(() => undefined)]);
      const paper = await Prepared.of(opening, early);
      if (this.loan === loan) {
        await this.show(paper);
        await opening;
      }
      if (this.loan === loan) {
        this.panel.hide();
        this.paper = paper;
        await (early ? undefined : this.addLeaves());
      }
    } catch (problem) {
      if (this.loan === loan) {
        this.complain(problem, loan);
      }
    }
  }

  /** Leaves that came later than the paper, or that tell more than those before. */
  private async addLeaves(): Promise<void> {
    const { loan, paper } = this;
    const leaves = await loan?.leaves(this.options.rough ?? false);
    if (leaves && paper && this.paper === paper) {
      const pages = paper.add(leaves);
      this.companion?.refresh();
      this.scroller?.rewrite(pages);
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

  private async show(paper: Prepared): Promise<void> {
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
    this.call(paper.pages);
    this.showNotes();
    this.drawing.showInk(scroller.views);
    this.showTint();
    this.showLit();
    this.showSight();
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
    this.putAway();
    this.loan?.release();
    this.loan = undefined;
    this.led = undefined;
    this.sight = undefined;
  }

  /** The pages, not the wish to read them. */
  private putAway(): void {
    this.marker?.reset();
    this.drawing?.reset();
    this.scroller?.close();
    this.scroller = undefined;
    this.companion?.close();
    this.companion = undefined;
    this.paper = undefined;
  }

  update(partial: Partial<ReaderOptions>): void {
    const before = this.options;
    this.options = { ...before, ...partial };
    if (this.options.url !== before.url || this.options.version !== before.version) {
      this.lit = this.options.lit ?? [];
      this.open();
      return;
    }
    if (before.rough && !this.options.rough) {
      void this.addLeaves();
    }
    if (this.options.night !== before.night) {
      this.showNight();
    }
    if (this.options.mode !== before.mode || this.options.pen?.fingers !== before.pen?.fingers) {
      this.showMode();
    }
    if (partial.notes) {
      this.showNotes();
    }
    if (partial.ink) {
      this.drawing.showInk(this.scroller?.views ?? []);
    }
    if (partial.tinted) {
      this.showTint();
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
    const drawing = this.drawing.show();
    this.hint.say(marking ? words().markStart : drawing);
  }

  private showNotes(): void {
    for (const view of this.scroller?.views ?? []) {
      view.showNotes(this.options.notes.filter(note => note.page === view.number));
    }
  }

  private showTint(): void {
    for (const view of this.scroller?.views ?? []) {
      view.showTint(quadsOn(view.number, this.options.tinted ?? []));
    }
  }

  private showSight(): void {
    if (this.sight && this.scroller?.views.length) {
      this.scroller.goTo(this.sight.page, this.sight.quads);
    }
  }

  private showLit(): void {
    for (const view of this.scroller?.views ?? []) {
      view.showLit(quadsOn(view.number, this.lit));
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

  lookAt(page: number, quads: Quad[]): void {
    this.sight = { page, quads };
    this.showSight();
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
    return this.viewOf(document.elementFromPoint(event.clientX, event.clientY))?.noteAt(event, slop);
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
    const act = zoomAct(event, this);
    if (act) {
      event.preventDefault();
      this.touched();
      act();
    }
  }
}
