import { type Box, joinLines, widen } from './geometry';

/** A run of letters of the text layer with its place on the page. */
interface Run {
  node: Text;
  /** Where its first letter stands in the page's text. */
  start: number;
  box: Box;
}

interface Point {
  x: number;
  y: number;
}

/** How much worse a line above or below is than a word beside: the finger follows a line. */
const OFF_LINE = 8;

/**
 * The words of one page as a plain text and as places. The browser's own text selection is not used: it is unreliable
 * over such layers on iPadOS. Places are CSS pixels from the page's top left; make a new surface after a change of zoom.
 */
export class Surface {
  readonly text: string;
  private readonly runs: Run[] = [];
  private readonly range = document.createRange();

  constructor(
    private readonly page: HTMLElement,
    layer: HTMLElement,
  ) {
    this.text = this.read(layer);
  }

  /** Line ends of the layer count as one line feed, so that words of two lines stay apart. */
  private read(layer: HTMLElement): string {
    const origin = this.page.getBoundingClientRect();
    const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        this.keep(node, text.length, origin);
        text += node.data;
      } else if (node.nodeName === 'BR') {
        text += '\n';
      }
    }
    return text;
  }

  private keep(node: Text, start: number, origin: DOMRect): void {
    const rect = node.parentElement?.getBoundingClientRect();
    if (rect && rect.width > 0 && node.data.trim()) {
      this.runs.push({ node, start, box: relative(rect, origin) });
    }
  }

  /** The letter nearest to a place on the page, as an index into `text`; null on a page without words. */
  letterAt(x: number, y: number): number | null {
    const run = this.runAt(x, y);
    if (!run) {
      return null;
    }
    const origin = this.page.getBoundingClientRect();
    return run.start + this.letterOf(run.node, { x: origin.left + x, y: origin.top + y });
  }

  /** Searches along the line from the first letter's middle to the last one's, so sideways text works too. */
  private letterOf(node: Text, touched: Point): number {
    let low = 0;
    let high = node.length - 1;
    const first = this.middle(node, low);
    const last = this.middle(node, high);
    const along = ({ x, y }: Point): number =>
      (x - first.x) * (last.x - first.x) + (y - first.y) * (last.y - first.y);
    const wanted = along(touched);
    while (low < high) {
      const half = (low + high) >> 1;
      if ((along(this.middle(node, half)) + along(this.middle(node, half + 1))) / 2 < wanted) {
        low = half + 1;
      } else {
        high = half;
      }
    }
    return low;
  }

  private middle(node: Text, letter: number): Point {
    const { left, top, width, height } = this.rect(node, letter, letter + 1);
    return { x: left + width / 2, y: top + height / 2 };
  }

  private runAt(x: number, y: number): Run | undefined {
    let best: Run | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const run of this.runs) {
      const across = Math.max(run.box.left - x, 0, x - run.box.right);
      const off = Math.max(run.box.top - y, 0, y - run.box.bottom);
      const far = across + off * OFF_LINE;
      if (far < least) {
        least = far;
        best = run;
      }
    }
    return best;
  }

  /** One box for each line of `text.slice(start, end)`. */
  boxes(start: number, end: number): Box[] {
    const origin = this.page.getBoundingClientRect();
    const parts: Box[] = [];
    for (const { node, start: first, box } of this.runs) {
      const from = Math.max(start - first, 0);
      const to = Math.min(end - first, node.length);
      if (from < to) {
        const whole = from === 0 && to === node.length;
        parts.push(whole ? box : relative(this.rect(node, from, to), origin));
      }
    }
    return joinLines(parts).map(line => widen(line));
  }

  private rect(node: Text, from: number, to: number): DOMRect {
    this.range.setStart(node, from);
    this.range.setEnd(node, to);
    return this.range.getBoundingClientRect();
  }
}

function relative(rect: DOMRect, origin: DOMRect): Box {
  return {
    left: rect.left - origin.left,
    top: rect.top - origin.top,
    right: rect.right - origin.left,
    bottom: rect.bottom - origin.top,
  };
}
