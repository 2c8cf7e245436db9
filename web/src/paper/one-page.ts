import { library } from './reader';

/** Draws one page of a paper, as wide as its host, until `leave`. Says how many pages there are, or that it failed. */
export interface OnePage {
  /** Another page of the same paper; drawn again as well when the host has another size. */
  show(page: number): void;
  leave(): void;
}

export function onePage(host: HTMLElement, url: string, onDone: (drawn: boolean) => void): OnePage {
  const loan = library.borrow(url, () => {});
  const sizes = new ResizeObserver(() => void draw());
  let wanted = 1;
  let turn = 0;
  const draw = async () => {
    turn += 1;
    const mine = turn;
    try {
      const canvas = await painted(loan.open(), wanted, host.clientWidth, () => mine === turn);
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
    show(page) {
      wanted = page;
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
  width: number,
  stillWanted: () => boolean,
): Promise<HTMLCanvasElement | undefined> {
  const paper = await opening;
  const page = await paper.page(Math.min(wanted, paper.pages));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round((canvas.width * page.size.height) / page.size.width);
  if (!canvas.width || !stillWanted()) {
    return undefined;
  }
  canvas.style.aspectRatio = `${page.size.width} / ${page.size.height}`;
  const drawn = await page.paint(canvas).done;
  page.rest();
  return drawn ? canvas : undefined;
}
