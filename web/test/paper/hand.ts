import type { CDPSession, Page } from 'playwright-core';

export interface Point {
  x: number;
  y: number;
}

/** Waits until a page is painted and its words are written. */
export async function drawn(tab: Page, page = 1): Promise<void> {
  await tab.waitForSelector(`.paper-page[data-page="${page}"][data-drawn]`, { timeout: 120_000 });
}

/** Waits until a page has stood where it is for some frames: nobody points at what still moves. */
export async function settled(tab: Page, page = 1): Promise<void> {
  await tab.evaluate(
    async ([number, frames]) => {
      const place = () => {
        const leaf = document.querySelector(`.paper-page[data-page="${number}"]`)?.getBoundingClientRect();
        return leaf && `${leaf.left} ${leaf.top} ${leaf.width}`;
      };
      for (let before = place(), same = 0; same < frames; ) {
        await new Promise(requestAnimationFrame);
        const now = place();
        same = now !== undefined && now === before ? same + 1 : 0;
        before = now;
      }
    },
    [page, 6] as const,
  );
}

/**
 * The middle of a word's first letter as it lies in the window; `nth` counts its occurrences on the page from 0. A word
 * may be cut into several runs where the machine has no font with all of its letters.
 */
export async function wordAt(tab: Page, page: number, word: string, nth = 0): Promise<Point> {
  await settled(tab, page);
  const found = await tab.waitForFunction(
    ([number, text, skip]) => {
      const layer = document.querySelector(`.paper-page[data-page="${number}"] .textLayer`);
      if (!layer) {
        return null;
      }
      const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
      const letters: [node: Text, at: number][] = [];
      let all = '';
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const data = (node as Text).data.normalize('NFC');
        letters.push(...Array.from({ length: data.length }, (_, at): [Text, number] => [node as Text, at]));
        all += data;
      }
      let from = all.indexOf(text);
      for (let left = skip; left > 0 && from >= 0; left -= 1) {
        from = all.indexOf(text, from + 1);
      }
      const first = letters[from];
      if (!first) {
        return null;
      }
      const range = document.createRange();
      range.setStart(...first);
      range.setEnd(first[0], first[1] + 1);
      const box = range.getBoundingClientRect();
      return { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) };
    },
    [page, word, nth] as const,
  );
  return (await found.jsonValue())!;
}

export async function mouseDrag(tab: Page, from: Point, to: Point): Promise<void> {
  await tab.mouse.move(from.x, from.y);
  await tab.mouse.down();
  await tab.mouse.move(Math.round((from.x + to.x) / 2), Math.round((from.y + to.y) / 2));
  await tab.mouse.move(to.x, to.y);
  await tab.mouse.up();
}

export async function fingerDrag(hand: CDPSession, from: Point, to: Point): Promise<void> {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] });
  for (const point of [middle, to]) {
    await hand.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
  }
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

export async function fingerTap(hand: CDPSession, at: Point): Promise<void> {
  await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

export async function penDrag(hand: CDPSession, from: Point, to: Point): Promise<void> {
  const pen = { pointerType: 'pen', button: 'left', clickCount: 1, force: 0.5 } as const;
  await hand.send('Input.dispatchMouseEvent', { ...pen, type: 'mousePressed', ...from });
  await hand.send('Input.dispatchMouseEvent', { ...pen, type: 'mouseMoved', buttons: 1, ...to });
  await hand.send('Input.dispatchMouseEvent', { ...pen, type: 'mouseReleased', ...to });
}

/** Two fingers that move apart (or together) around a middle. */
export async function pinch(hand: CDPSession, middle: Point, from: number, to: number): Promise<void> {
  const grip = (spread: number): Point[] => [
    { x: middle.x - spread / 2, y: middle.y },
    { x: middle.x + spread / 2, y: middle.y },
  ];
  await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: grip(from) });
  for (let step = 1; step <= 8; step += 1) {
    const touchPoints = grip(from + ((to - from) * step) / 8);
    await hand.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
