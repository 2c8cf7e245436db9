import type { Size } from './layout';
import { library } from './reader';
import { type Part, WHOLE } from './region';

/** Draws one page of a paper, as wide as its host, until `leave`. Says how many pages there are, or that it failed. */
export interface OnePage {
  /** Another page of the same paper, or a part of it; drawn again as well when the host has another size. */
  show(page: number, part?: Part): void;
  leave(): void;
}

export function onePage(host: HTMLElement, url: string, onDone: (drawn: boolean) => void): OnePage {
  const loan = library.borrow(url, () => {});
  const sizes = new ResizeObserver(() => void draw());
  let wanted = 1;
  let wantedPart = WHOLE;
  let turn = 0;
  const draw = async () => {
    turn += 1;
    const mine = turn;
    try {
      const canvas = await painted(loan.open(), wanted, wantedPart, host, () => mine === turn);
      if (canvas && mine === turn) {
        host.replaceChildren(canvas);
        onDone(true);
      }
    } catch {
      if (mine === turn) {
        onDone(false);
      }
    }
  };
  sizes.observe(host);
  return {
    show(page, part = WHOLE) {
      wanted = page;
      wantedPart = part[2] > part[0] && part[3] > part[1] ? part : WHOLE;
      void draw();
    },
    leave() {
      turn += 1;
      sizes.disconnect();
      loan.release();
    },
  };
}

/** The whole page in a canvas, or nothing when it was called off or there is no room for it. */
async function painted(
  opening: ReturnType<ReturnType<typeof library.borrow>['open']>,
  wanted: number,
  part: Part,
  host: HTMLElement,
  stillWanted: () => boolean,
): Promise<HTMLCanvasElement | undefined> {
  const paper = await opening;
  const page = await paper.page(Math.min(wanted, paper.pages));
  const canvas = document.createElement('canvas');
  const shape = shapeOf(page.size, part);
  const width = part === WHOLE ? host.clientWidth : Math.min(host.clientWidth, host.clientHeight * shape);
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(canvas.width / shape);
  if (!canvas.width || !stillWanted()) {
    return undefined;
  }
  canvas.style.aspectRatio = String(shape);
  const drawn = await page.paint(canvas, part).done;
  page.rest();
  return drawn ? canvas : undefined;
}

/** Width by height of what is painted. */
function shapeOf(size: Size, [left, top, right, bottom]: Part): number {
  return ((right - left) * size.width) / ((bottom - top) * size.height);
}
