import { canvasShare } from './canvases';
import { hull } from './geometry';
import {
  fitScale,
  GAP,
  heightOf,
  leastZoom,
  nearestPages,
  type Place,
  pagesInSight,
  placeAt,
  type Size,
  type Spot,
  stackPages,
  usualWidth,
} from './layout';
import { PageView } from './pageview';
import { Painter } from './painter';
import type { Paper } from './prepared';
import { cornerFor, partOf, type Shown, sameView, type Window, zoomFor } from './region';
import type { Quad } from './types';

const MOST_ZOOM = 4;
/** Pages whose sizes are asked for before the first picture; the others' follow behind. */
const MEASURED_FIRST = 8;
const SIZES_AT_ONCE = 40;
/** Where in the window a passage is put that was jumped to. */
const PASSAGE_AT = 0.3;
/** Farther jumps are made at once: a smooth one would draw every page on its way. */
const SMOOTH_WINDOWS = 3;
const SETTLE_MS = 120;
/** Widths by heights that differ by less are the same page, rounded. */
const UNLIKE = 0.01;
/** Faster than this nobody reads: small pictures do until the sheet is slower; pixels a millisecond. */
const FLYING = 2;
/** A smooth jump has arrived after so long. */
const ARRIVED_MS = 1500;
/** So long after its last move the sheet still counts as moving. */
const MOVING_MS = 150;
/** Small pictures that nobody waits for wait until the sheet has stood still for so long. */
const STILL_MS = 300;

const TOUCHES = ['pointerdown', 'wheel', 'keydown'] as const;

export interface ScrollerEvents {
  onPage(page: number, pages: number): void;
  onView(shown: Shown, inSight: number[], pages: number): void;
  onDrawn(view: PageView): void;
  /** A small picture is wanted before the large one. */
  onSketch(view: PageView): Promise<void>;
  onNoteTap(id: string): void;
}

/** The pages below each other in a scrolling frame; only the few near its middle are drawn. */
export class Scroller {
  readonly views: PageView[] = [];
  private readonly painter: Painter;
  private readonly sizes: Size[] = [];
  private readonly observer = new ResizeObserver(() => this.lay());
  private usual = 595;
  private spots: Spot[] = [];
  private zoom = 1;
  private page = 0;
  private goal: (() => void) | undefined;
  /** Where a jump is on its way to, until it has surely arrived or a hand takes the sheet. */
  private aim: { again: () => void; until: number } | undefined;
  private hurried = false;
  private told: Shown | null = null;
  private lastTop = 0;
  private frameRequest = 0;
  private movedAt = 0;
  private closed = false;

  constructor(
    private readonly frame: HTMLElement,
    private readonly sheet: HTMLElement,
    private readonly paper: Paper,
    private readonly events: ScrollerEvents,
  ) {
    this.painter = new Painter(paper, {
      drawn: view => {
        this.correct(view);
        events.onDrawn(view);
      },
      sketch: view => events.onSketch(view),
      moving: () => Date.now() - this.movedAt < MOVING_MS,
    });
  }

  /** Lays the sheet out and shows a page (from 1). Raises what opening the first pages raises. */
  async start(page: number): Promise<void> {
    const first = Math.min(MEASURED_FIRST, this.paper.pages);
    const known = this.paper.sizes ?? (await this.measure(1, first));
    if (this.closed) {
      return;
    }
    this.usual = usualWidth(known);
    this.makeViews(known);
    this.frame.addEventListener('scroll', this.onScroll, { passive: true });
    for (const touch of TOUCHES) {
      this.frame.addEventListener(touch, this.onTouch, { passive: true });
    }
    this.goTo(page);
    this.lay();
    this.observer.observe(this.frame);
    void this.measureRest(known.length + 1);
  }

  /** The PDF has the last word on a page's size. */
  private correct(view: PageView): void {
    const size = view.trueSize;
    const told = this.sizes[view.number - 1];
    if (size && told && Math.abs(size.width / size.height - told.width / told.height) > UNLIKE) {
      this.resizePage(view.number - 1, size);
      this.lay();
    }
  }

  /** The words of these pages are written anew. */
  rewrite(pages: number[]): void {
    for (const page of pages) {
      this.views[page - 1]?.rest();
    }
    this.look();
  }

  private async measure(from: number, to: number): Promise<Size[]> {
    const numbers = Array.from({ length: to - from + 1 }, (_, step) => from + step);
    const pages = await Promise.all(numbers.map(number => this.paper.page(number)));
    return pages.map(page => page.size);
  }

  private makeViews(known: Size[]): void {
    const guess = known[0] ?? { width: 595, height: 842 };
    for (let number = 1; number <= this.paper.pages; number += 1) {
      const size = known[number - 1] ?? guess;
      this.sizes.push(size);
      this.views.push(new PageView(number, this.paper.pages, size, id => this.events.onNoteTap(id)));
    }
    this.sheet.replaceChildren(...this.views.map(view => view.element));
  }

  /** A page that cannot be read keeps the guessed size; drawing it will say so. */
  private async measureRest(from: number): Promise<void> {
    for (let number = from; number <= this.paper.pages && !this.closed; number += SIZES_AT_ONCE) {
      const last = Math.min(number + SIZES_AT_ONCE - 1, this.paper.pages);
      const sizes = await this.measure(number, last).catch(() => []);
      sizes.forEach((size, step) => this.resizePage(number - 1 + step, size));
      if (!this.closed) {
        this.lay();
      }
    }
  }

  private resizePage(index: number, size: Size): void {
    this.sizes[index] = size;
    this.views[index]?.resize(size);
  }

  /** Lays everything out anew; what was at the window's top (or `focus` below it) stays there. */
  private lay(focus = 0, pause = 0): void {
    if (this.frame.clientWidth === 0) {
      return;
    }
    const held = this.spots.length ? placeAt(this.spots, this.frame.scrollTop + focus) : null;
    const across = this.middle();
    const scale = fitScale(this.usual, this.frame.clientWidth) * this.zoom;
    const stack = stackPages(this.sizes, this.usual, scale, this.frame.clientWidth);
    this.spots = stack.spots;
    this.sheet.style.width = `${stack.width}px`;
    this.sheet.style.height = `${stack.height}px`;
    stack.spots.forEach((spot, index) => this.views[index]?.place(spot));
    this.keep(held, focus, across * stack.width);
    this.reachGoal();
    this.aimAgain();
    this.look(pause);
  }

  /** Laying out stops a smooth jump on its way: what is left of it is done at once. */
  private aimAgain(): void {
    const { aim } = this;
    this.aim = undefined;
    if (aim && Date.now() < aim.until) {
      this.hurried = true;
      aim.again();
      this.hurried = false;
    }
  }

  private aimAt(again: () => void): void {
    this.aim = { again, until: Date.now() + ARRIVED_MS };
  }

  private readonly onTouch = (): void => {
    this.aim = undefined;
  };

  private reachGoal(): void {
    const { goal } = this;
    this.goal = undefined;
    goal?.();
  }

  /** The part of the sheet's width that is in the window's middle. */
  private middle(): number {
    const { scrollLeft, clientWidth, scrollWidth } = this.frame;
    return (scrollLeft + clientWidth / 2) / Math.max(1, scrollWidth);
  }

  private keep(held: Place | null, focus: number, across: number): void {
    if (held) {
      const top = this.frame.scrollTop === 0 && focus === 0 ? 0 : heightOf(this.spots, held) - focus;
      const left = across - this.frame.clientWidth / 2;
      this.frame.scrollTo({ top, left, behavior: 'instant' });
    }
  }

  private readonly onScroll = (): void => {
    this.frameRequest ||= requestAnimationFrame(() => {
      this.frameRequest = 0;
      const step = Math.abs(this.frame.scrollTop - this.lastTop);
      const flies = step / Math.max(1, Date.now() - this.movedAt) > FLYING && !this.anyBlank();
      this.look(flies || step > this.frame.clientHeight / 2 ? SETTLE_MS : 0);
    });
  };

  private anyBlank(): boolean {
    const { top, height } = this.window();
    return nearestPages(this.spots, top, height, 2).some(page => this.views[page]?.blank);
  }

  /** Tells the painter what is near and the listener which page is read. */
  private look(pauseMs = 0): void {
    const { scrollTop, clientHeight } = this.frame;
    this.movedAt = scrollTop === this.lastTop ? this.movedAt : Date.now();
    this.lastTop = scrollTop;
    const near = nearestPages(this.spots, scrollTop, clientHeight, canvasShare());
    this.painter.want(
      near.flatMap(index => this.views[index] ?? []),
      pauseMs,
    );
    const page = placeAt(this.spots, scrollTop + clientHeight / 2).page + 1;
    if (page !== this.page) {
      this.page = page;
      this.events.onPage(page, this.views.length);
    }
    this.tellView();
  }

  private tellView(): void {
    const shown = this.shown();
    if (shown && !sameView(shown, this.told)) {
      this.told = shown;
      const { top, height } = this.window();
      const inSight = pagesInSight(this.spots, top, height).map(page => page + 1);
      this.events.onView(shown, inSight, this.views.length);
    }
  }

  private window(): Window {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.frame;
    return { left: scrollLeft, top: scrollTop, width: clientWidth, height: clientHeight };
  }

  /** The page in the window's middle, and what is seen of it. */
  shown(): Shown | null {
    const window = this.window();
    const { page } = placeAt(this.spots, window.top + window.height / 2);
    const spot = this.spots[page];
    return spot && window.height > 0 ? { page: page + 1, part: partOf(spot, window) } : null;
  }

  /** Until the frame has a size the wish is kept. */
  follow({ page, part }: Shown): void {
    const index = Math.min(Math.max(1, page), this.views.length) - 1;
    const before = this.spots[index];
    if (!before) {
      this.goal = () => this.follow({ page, part });
      return;
    }
    this.aim = undefined;
    const fitting = { width: before.width / this.zoom, height: before.height / this.zoom };
    const zoom = Math.min(MOST_ZOOM, zoomFor(part, fitting, this.window()));
    if (Math.abs(zoom - this.zoom) > 0.01) {
      this.zoom = zoom;
      this.lay(this.frame.clientHeight / 2, SETTLE_MS);
    }
    const { left, top } = cornerFor(part, this.spots[index]!, this.window());
    this.frame.scrollTo({ left, top, behavior: this.manner(top) });
    this.aimAt(() => this.follow({ page, part }));
  }

  /** Until the frame has a size (it may lie in a closed panel) the wish is kept. */
  goTo(page: number, quads: Quad[] = []): void {
    const index = Math.min(Math.max(1, Math.round(page)), this.views.length) - 1;
    const spot = this.spots[index];
    const view = this.views[index];
    if (!spot || !view) {
      this.goal = () => this.goTo(page, quads);
      return;
    }
    const around = hull(quads);
    const inside = around ? (around[1] / 10) * view.scale - this.frame.clientHeight * PASSAGE_AT : -GAP / 2;
    const left = around ? spot.left + (around[0] / 10) * view.scale - 2 * GAP : this.frame.scrollLeft;
    const top = spot.top + inside;
    this.frame.scrollTo({ top, left, behavior: this.manner(top) });
    this.aimAt(() => this.goTo(page, quads));
  }

  private manner(top: number): ScrollBehavior {
    const far = Math.abs(top - this.frame.scrollTop) > SMOOTH_WINDOWS * this.frame.clientHeight;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return far || still || this.hurried ? 'instant' : 'smooth';
  }

  /** Multiplies the zoom; the place `focus` CSS pixels below the window's top stays. */
  zoomBy(factor: number, focus = this.frame.clientHeight / 2): void {
    this.zoomTo(this.zoom * factor, focus);
  }

  zoomTo(zoom: number, focus = this.frame.clientHeight / 2): void {
    const pageHeight = (this.spots[0]?.height ?? 1) / this.zoom;
    this.aim = undefined;
    const least = leastZoom(pageHeight, this.frame.clientHeight);
    this.zoom = Math.min(MOST_ZOOM, Math.max(least, zoom));
    this.lay(focus, SETTLE_MS);
  }

  /** As large as the whole page in the window allows. */
  fitPage(): void {
    const spot = this.spots[Math.max(0, this.page - 1)];
    if (spot) {
      const { clientHeight } = this.frame;
      this.zoomTo((this.zoom * (clientHeight - 2 * GAP)) / spot.height);
      this.goTo(this.page);
    }
  }

  /** True while pages are being drawn or the sheet moves. */
  get busy(): boolean {
    return this.painter.busy || this.frameRequest !== 0 || Date.now() - this.movedAt < STILL_MS;
  }

  close(): void {
    this.closed = true;
    this.observer.disconnect();
    cancelAnimationFrame(this.frameRequest);
    this.frame.removeEventListener('scroll', this.onScroll);
    for (const touch of TOUCHES) {
      this.frame.removeEventListener(touch, this.onTouch);
    }
    this.painter.stop();
    this.sheet.replaceChildren();
  }
}
