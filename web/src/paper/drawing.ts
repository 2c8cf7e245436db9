import type { PageView } from './pageview';
import { Pen, type PenTool } from './pen';
import type { NewStroke, PenLook, ReaderOptions } from './types';
import { WetInk } from './wet';
import { words } from './words';

const USUAL: PenLook = { colour: 'black', width: 18, fingers: true };

/** Drawing and erasing in one reader: the pen, its wet ink, and what is said about them. */
export class Drawing {
  private readonly wet: WetInk;
  private readonly pen: Pen;
  private shown: PenTool = null;

  constructor(
    private readonly frame: HTMLElement,
    private readonly options: () => ReaderOptions,
    viewOf: (target: EventTarget | null) => PageView | undefined,
    signal: AbortSignal,
  ) {
    this.wet = new WetInk(frame);
    this.pen = new Pen(
      {
        frame,
        wet: this.wet,
        viewOf,
        tool: () => this.tool,
        look: () => options().pen ?? USUAL,
        penSeen: () => options().onPen?.(),
        drawn: (view, stroke) => this.drawn(view, stroke),
        erased: strokes => options().onErase?.(strokes, options().version),
        rubbed: strokes => options().onRub?.(strokes, options().version),
      },
      signal,
    );
    signal.addEventListener('abort', () => this.wet.close());
  }

  private get tool(): PenTool {
    const { mode } = this.options();
    return mode === 'draw' || mode === 'erase' || mode === 'rub' ? mode : null;
  }

  /** After a change of mode; returns what to tell the hand. */
  show(): string {
    const { tool } = this;
    this.frame.classList.toggle('drawing', tool !== null);
    if (tool !== this.shown) {
      this.shown = tool;
      this.pen.reset();
    }
    if (!tool) {
      this.wet.close();
      return '';
    }
    this.wet.open();
    const drawing = this.options().pen?.fingers === false ? words().drawPen : words().drawStart;
    return { draw: drawing, erase: words().eraseStart, rub: words().rubStart }[tool];
  }

  showInk(views: readonly PageView[]): void {
    const ink = this.options().ink ?? [];
    for (const view of views) {
      view.showInk(ink.filter(stroke => stroke.page === view.number));
    }
  }

  /** Forgets what was begun. */
  reset(): void {
    this.pen.reset();
  }

  /** Drawn on the page at once; whoever is told shows it from then on. */
  private drawn(view: PageView, stroke: NewStroke): void {
    view.putInk({ ...stroke, own: true, pending: true });
    const { onStroke, version } = this.options();
    onStroke?.(stroke, version);
  }
}
