/** The websocket: resumes by position, backs off with full jitter, notices a silent network by a watch-dog. */

export type Change = [kind: string, id: string, value: unknown];

type Frame =
  | { type: 'hello'; now: number; heartbeat: number }
  | { type: 'events'; stream: string; at: number; changes: Change[] }
  | { type: 'reset'; stream: string }
  | { type: 'beat'; now: number; at: Record<string, number> }
  | { type: 'signal'; stream: string; kind: string; user?: string; value: unknown };

export interface LinkListener {
  /** The server greeted; answer with `subscribe`. */
  connected(now: number): void;
  lost(): void;
  events(stream: string, at: number, changes: Change[]): void;
  reset(stream: string): void;
  beat(now: number, at: Record<string, number>): void;
  signal(stream: string, kind: string, user: string | undefined, value: unknown): void;
  /** The server ended this link for good (4401: signed out). */
  ended(): void;
  /** A stream that may not be read any more was among the subscribed ones. */
  forbidden(): void;
}

export interface LinkTiming {
  /** First and longest back-off, patience for an opening and for an answer after waking; milliseconds. */
  base: number;
  cap: number;
  opening: number;
  waking: number;
}

const TIMING: LinkTiming = { base: 300, cap: 15_000, opening: 8000, waking: 3000 };
const SIGNED_OUT = 4401;
const FORBIDDEN = 4403;
const BEATS_MISSED = 2.2;

export class Link {
  private socket: WebSocket | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dog: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;
  private heartbeat = 10_000;
  private running = false;

  constructor(
    private readonly listener: LinkListener,
    private readonly connect: () => WebSocket,
    private timing: LinkTiming = TIMING,
  ) {}

  start(): void {
    this.running = true;
    this.open();
  }

  stop(): void {
    this.running = false;
    this.drop();
  }

  /** From now on two tries are at most so far apart; milliseconds. */
  tryAtLeastEvery(cap: number): void {
    this.timing = { ...this.timing, cap };
  }

  subscribe(positions: Record<string, number>): void {
    this.send({ type: 'subscribe', streams: positions });
  }

  /** Last value wins; lost when there is no connection. */
  signal(stream: string, kind: string, value: unknown): void {
    this.send({ type: 'signal', stream, kind, value });
  }

  /** The tablet woke up or says that it is online: ask for a sign of life, or connect at once. */
  wake(): void {
    if (!this.running) {
      return;
    }
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.send({ type: 'beat' });
      this.watch(this.timing.waking);
      return;
    }
    this.tries = 0;
    this.open();
  }

  /** Leaves a socket that is dead or unwanted, and tries again if the link is meant to run. */
  drop(): void {
    const socket = this.socket;
    clearTimeout(this.timer);
    clearTimeout(this.dog);
    if (socket) {
      this.socket = undefined;
      socket.onopen = socket.onmessage = socket.onclose = null;
      closeQuietly(socket); // `onerror` stays: a socket closed while it opens still reports an error
      this.listener.lost();
    }
    if (this.running) {
      this.timer = setTimeout(() => this.open(), this.pause());
    }
  }

  private pause(): number {
    const longest = Math.min(this.timing.cap, this.timing.base * 2 ** this.tries);
    this.tries += 1;
    return Math.random() * longest;
  }

  private open(): void {
    clearTimeout(this.timer);
    if (!this.running || this.socket) {
      return;
    }
    const socket = this.connect();
    this.socket = socket;
    this.watch(this.timing.opening);
    socket.onmessage = event => this.receive(event);
    socket.onclose = event => this.closed(event.code);
    socket.onerror = () => {};
  }

  private receive(event: MessageEvent): void {
    this.watch(this.heartbeat * BEATS_MISSED);
    const frame = JSON.parse(String(event.data)) as Frame;
    switch (frame.type) {
      case 'hello':
        this.greeted(frame.now, frame.heartbeat);
        break;
      case 'events':
        this.listener.events(frame.stream, frame.at, frame.changes);
        break;
      case 'reset':
        this.listener.reset(frame.stream);
        break;
      case 'beat':
        this.send({ type: 'beat' });
        this.listener.beat(frame.now, frame.at ?? {});
        break;
      case 'signal':
        this.listener.signal(frame.stream, frame.kind, frame.user, frame.value);
        break;
    }
  }

  private greeted(now: number, seconds: number): void {
    this.tries = 0;
    this.heartbeat = seconds * 1000;
    this.watch(this.heartbeat * BEATS_MISSED);
    this.listener.connected(now);
  }

  private closed(code: number): void {
    if (code === SIGNED_OUT) {
      this.running = false;
    }
    this.drop();
    if (code === SIGNED_OUT) {
      this.listener.ended();
    } else if (code === FORBIDDEN) {
      this.listener.forbidden();
    }
  }

  private watch(patience: number): void {
    clearTimeout(this.dog);
    this.dog = setTimeout(() => this.drop(), patience);
  }

  private send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(message));
    }
  }
}

function closeQuietly(socket: WebSocket): void {
  try {
    socket.close();
  } catch {
    // A socket that never opened may refuse to close; it is forgotten either way.
  }
}
