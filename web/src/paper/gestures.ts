/** Zooming by two fingers or by the wheel with Ctrl (what a trackpad's pinch sends). */

/** Keys by which a reader moves the paper himself. */
export const MOVES = new Set([
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

export interface ZoomTarget {
  /** `y` is the height below the frame's top that shall stay in place. */
  zoomBy(factor: number, y: number): void;
  pan(dx: number, dy: number): void;
}

interface Grip {
  x: number;
  y: number;
  spread: number;
}

/** Wheel units that double the zoom. */
const WHEEL_DOUBLE = 200;
/** Smaller changes of the fingers' distance are a pan with two fingers. */
const STEADY = 0.01;

function gripOf(touches: TouchList): Grip | null {
  const [one, two] = [touches[0], touches[1]];
  if (!one || !two || touches.length !== 2) {
    return null;
  }
  return {
    x: (one.clientX + two.clientX) / 2,
    y: (one.clientY + two.clientY) / 2,
    spread: Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY),
  };
}

/** Listens until the signal aborts. */
export function listenForZoom(frame: HTMLElement, target: ZoomTarget, signal: AbortSignal): void {
  let grip: Grip | null = null;

  const begin = (event: TouchEvent): void => {
    grip = gripOf(event.touches);
    if (grip && event.cancelable) {
      event.preventDefault();
    }
  };

  const move = (event: TouchEvent): void => {
    const next = gripOf(event.touches);
    if (!grip || !next) {
      return;
    }
    if (event.cancelable) {
      event.preventDefault();
    }
    target.pan(grip.x - next.x, grip.y - next.y);
    const factor = next.spread / Math.max(1, grip.spread);
    if (Math.abs(factor - 1) > STEADY) {
      target.zoomBy(factor, next.y - frame.getBoundingClientRect().top);
      grip = next;
    } else {
      grip = { ...next, spread: grip.spread };
    }
  };

  const wheel = (event: WheelEvent): void => {
    if (event.ctrlKey) {
      event.preventDefault();
      target.zoomBy(2 ** (-event.deltaY / WHEEL_DOUBLE), event.clientY - frame.getBoundingClientRect().top);
    }
  };

  const active = { signal, passive: false };
  frame.addEventListener('touchstart', begin, active);
  frame.addEventListener('touchmove', move, active);
  frame.addEventListener('touchend', begin, active);
  frame.addEventListener('touchcancel', begin, active);
  frame.addEventListener('wheel', wheel, active);
  // Safari zooms the whole page by its own gesture events.
  frame.addEventListener('gesturestart', event => event.preventDefault(), active);
}

/** What the keys for the page's size do; nothing for other keys. */
export function zoomAct(
  event: KeyboardEvent,
  reader: { zoomIn(): void; zoomOut(): void; fit(): void; fitPage(): void },
): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return undefined;
  }
  return {
    '+': () => reader.zoomIn(),
    '=': () => reader.zoomIn(),
    '-': () => reader.zoomOut(),
    '0': () => reader.fit(),
    '1': () => reader.fitPage(),
  }[event.key];
}
