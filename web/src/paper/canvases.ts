/** Tablets lose a page's picture, or the whole tab, when many canvases live at once: so many pages' at the most. */
export const MOST_CANVASES = 5;

let readers = 0;

/** A reader is opened (+1) or closed (-1). */
export function countReader(change: 1 | -1): void {
  readers += change;
}

/** How many pages one reader may keep drawn; one canvas is left for the small pictures. */
export function canvasShare(): number {
  return Math.max(1, Math.floor((MOST_CANVASES - 1) / Math.max(1, readers)));
}

/** Safari frees a canvas' memory only when its size becomes nothing. */
export function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
  canvas.remove();
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other over all readers: only one small picture is painted at a time. */
export function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = last.then(work, work);
  last = turn.catch(() => undefined);
  return turn;
}
