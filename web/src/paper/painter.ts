import { canvasShare } from './canvases';
import type { PageView } from './pageview';
import type { Paper } from './prepared';

export interface PainterEvents {
  drawn(view: PageView): void;
  /** True while the sheet moves: then small pictures come before the large ones. */
  moving(): boolean;
  /** Puts the small picture on a page; done as well when there is none. */
  sketch(view: PageView): Promise<void>;
}

/** Draws the pages that are wanted, one at a time, nearest first, and gives the others' memory back. */
export class Painter {
  private wanted: PageView[] = [];
  private active: PageView | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private stopped = false;

  constructor(
    private readonly paper: Paper,
    private readonly events: PainterEvents,
  ) {}

  /**
   * Nearest first, as many as one reader may keep drawn; a neighbour that is being drawn gives way to the page that is read.
   * `pauseMs` waits before drawing, for a sheet that flies by.
   */
  want(views: PageView[], pauseMs = 0): void {
    for (const view of this.wanted) {
      if (!views.includes(view)) {
        view.rest();
      }
    }
    this.wanted = views;
    if (this.active !== views[0] && views[0]?.stale) {
      this.active?.interrupt();
    }
    clearTimeout(this.timer);
    this.timer = pauseMs > 0 ? setTimeout(() => this.resume(), pauseMs) : undefined;
    void this.work();
  }

  get busy(): boolean {
    return this.active !== undefined || this.timer !== undefined || this.next() !== undefined;
  }

  private resume(): void {
    this.timer = undefined;
    void this.work();
  }

  stop(): void {
    this.stopped = true;
    this.want([]);
  }

  private async work(): Promise<void> {
    if (this.active) {
      return;
    }
    for (let view = this.next(); view; view = this.next()) {
      const blank = this.events.moving() ? this.wanted.find(other => other.blank) : undefined;
      if (blank) {
        this.active = blank;
        blank.sketched = true;
        await this.events.sketch(blank);
        continue;
      }
      this.active = view;
      this.makeRoom(view);
      await view.draw(this.paper);
      this.settle(view);
    }
    this.active = undefined;
  }

  private next(): PageView | undefined {
    const waiting = this.stopped || this.timer !== undefined;
    return waiting ? undefined : this.wanted.find(view => view.stale);
  }

  /** A page that left while it was drawn goes back to sleep; it may have been drawn to the end all the same. */
  private settle(view: PageView): void {
    if (this.wanted.includes(view)) {
      this.events.drawn(view);
    } else {
      view.rest();
    }
  }

  /** The picture about to be painted counts too, beside the old one that it will replace. */
  private makeRoom(view: PageView): void {
    const others = this.wanted.filter(other => other !== view && other.hasCanvas);
    const held = others.length + (view.hasCanvas ? 1 : 0);
    for (const far of others.slice(others.length - Math.max(0, held + 1 - canvasShare()))) {
      far.dropCanvas();
    }
  }
}
