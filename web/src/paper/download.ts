import { isAbort, PaperProblem } from './problems';

export interface Progress {
  loaded: number;
  /** Null when the server does not tell. */
  total: number | null;
}

/** Without a byte for so long the connection counts as lost. */
const SILENCE_MS = 20_000;

/** One file fetched whole into memory; a broken attempt is continued by Range from where it stopped (RFC 9110 §14). */
export class Download {
  private parts: Uint8Array<ArrayBuffer>[] = [];
  private tag = '';
  private state: Progress = { loaded: 0, total: null };

  constructor(
    private readonly url: string,
    private readonly onProgress: (progress: Progress) => void = () => {},
    private readonly silenceMs = SILENCE_MS,
  ) {}

  get progress(): Progress {
    return this.state;
  }

  /** The server's name for the state of the file, once it has answered. */
  get etag(): string {
    return this.tag;
  }

  /** Raises PaperProblem, or AbortError when `signal` says so; may be called again afterwards. */
  async run(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const watch = new Watch(signal, this.silenceMs);
    try {
      await this.receive(await this.request(watch.signal), watch);
      return this.joined();
    } catch (problem) {
      throw signal.aborted ? signal.reason : asProblem(problem);
    } finally {
      watch.stop();
    }
  }

  private async request(signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = {};
    if (this.state.loaded > 0 && this.tag) {
      headers.Range = `bytes=${this.state.loaded}-`;
      headers['If-Range'] = this.tag;
    }
    const response = await fetch(this.url, { headers, signal });
    if (response.status !== 206) {
      this.startOver();
    }
    if (!response.ok) {
      throw await refusal(response);
    }
    this.tag = response.headers.get('ETag') ?? '';
    this.state = { ...this.state, total: totalSize(response) };
    return response;
  }

  private async receive(response: Response, watch: Watch): Promise<void> {
    const reader = response.body?.getReader();
    for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
      watch.heard();
      this.parts.push(step.value);
      this.state = { ...this.state, loaded: this.state.loaded + step.value.length };
      this.onProgress(this.state);
    }
    if (this.state.total !== null && this.state.loaded < this.state.total) {
      throw new PaperProblem('lost');
    }
  }

  private startOver(): void {
    this.parts = [];
    this.state = { loaded: 0, total: null };
  }

  private joined(): Uint8Array<ArrayBuffer> {
    const whole = new Uint8Array(this.state.loaded);
    let at = 0;
    for (const part of this.parts) {
      whole.set(part, at);
      at += part.length;
    }
    this.startOver();
    return whole;
  }
}

/** Aborts when the caller does, or after a silence. */
export class Watch {
  private readonly own = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly pass = (): void => this.own.abort(this.outer.reason);

  constructor(
    private readonly outer: AbortSignal,
    private readonly silenceMs: number,
  ) {
    outer.addEventListener('abort', this.pass);
    if (outer.aborted) {
      this.pass();
    }
    this.wait(silenceMs);
  }

  get signal(): AbortSignal {
    return this.own.signal;
  }

  /** Once something comes, the next of it is not waited for as long as the first may be. */
  heard(): void {
    this.wait(Math.min(this.silenceMs, SILENCE_MS));
  }

  private wait(silenceMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.own.abort(new PaperProblem('lost')), silenceMs);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.outer.removeEventListener('abort', this.pass);
  }
}

function asProblem(problem: unknown): unknown {
  return problem instanceof PaperProblem || isAbort(problem)
    ? problem
    : new PaperProblem('lost', '', { cause: problem });
}

async function refusal(response: Response): Promise<PaperProblem> {
  if (response.status === 416) {
    return new PaperProblem('lost');
  }
  const said: unknown = await response.json().catch(() => null);
  const told = said !== null && typeof said === 'object' && 'message' in said ? String(said.message) : '';
  return new PaperProblem(response.status >= 500 ? 'busy' : 'refused', told);
}

/** The whole file's size, from Content-Range of a part or Content-Length; null when compressed or not told. */
function totalSize(response: Response): number | null {
  const range = /\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '');
  if (range) {
    return Number(range[1]);
  }
  const length = response.headers.get('Content-Length');
  return length && !response.headers.get('Content-Encoding') ? Number(length) : null;
}
