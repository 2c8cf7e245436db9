import { signal } from '@preact/signals';

/** Milliseconds to add to this tablet's clock to get the server's. */
const offset = signal(0);

/** Redraws whoever reads it once a second; timers are computed from deadlines, never counted. */
export const second = signal(Date.now());

/** Takes the server's `now` from an answer that was asked for at `asked` (this tablet's clock). */
export function setServerTime(now: number, asked = Date.now()): void {
  const received = Date.now();
  offset.value = Math.round(now - (asked + received) / 2);
}

/** Before the server was heard: the difference of the clocks as this tablet remembers it. */
export function startFrom(remembered: number): void {
  offset.value = Math.round(remembered);
}

export function serverNow(): number {
  return Date.now() + offset.value;
}

/** The server's time, read so that the reader redraws every second; never older than the moment of drawing. */
export function tickingNow(): number {
  return Math.max(second.value, Date.now()) + offset.value;
}

export function startTicking(): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const tick = () => {
    second.value = Date.now();
    timer = setTimeout(tick, 1000 - ((Date.now() + offset.peek()) % 1000));
  };
  tick();
  return () => clearTimeout(timer);
}
