import { Watch } from '../paper/download';
import { leavesAddress } from '../paper/leaves';
import { PaperProblem } from '../paper/problems';
import { PIECE, type Shelf, type Volume } from './shelf';

/** One paper from the server onto the shelf, piece by piece; a broken attempt goes on where it stopped. */

type Bytes = Uint8Array<ArrayBuffer>;

/** The server is busy with other tablets, or the network is gone; `seconds` when the server said how long to wait. */
export class Later extends Error {
  constructor(readonly seconds: number | null = null) {
    super('later');
  }
}

/** The server will not give this paper (any more). */
export class NotForUs extends Error {}

const SILENCE_MS = 20_000;
/** The server lets only a few tablets at a time fetch ahead; who opens a paper himself never waits for them. */
const AHEAD = { 'X-Prefetch': '1' };

export class Fetching {
  private volume: Volume | undefined;
  /** The beginning of the piece that comes next. */
  private begun: Bytes[] = [];

  constructor(
    private readonly shelf: Shelf,
    private readonly meeting: string,
    private readonly version: string,
    private readonly url: string,
  ) {}

  /** Raises Later, NotForUs, Full, or AbortError; may be called again after Later. */
  async run(signal: AbortSignal, rough = false): Promise<void> {
    await this.paper(signal);
    if (!this.shelf.hasLeaves(this.version, rough)) {
      await this.fetchLeaves(signal, rough);
    }
  }

  /** The same without its leaves. */
  async paper(signal: AbortSignal): Promise<void> {
    this.volume ??= await this.shelf.volume(this.meeting, this.version);
    let number = this.volume ? await this.shelf.firstMissing(this.volume) : 0;
    while (!this.volume || number < this.volume.pieces) {
      signal.throwIfAborted();
      if (await this.fetchPiece(number, signal)) {
        number += 1;
      } else {
        number = 0;
      }
    }
  }

  private async fetchLeaves(signal: AbortSignal, rough: boolean): Promise<void> {
    const address = leavesAddress(this.url, rough);
    const watch = new Watch(signal, SILENCE_MS);
    try {
      const response = address ? await fetch(address, { headers: AHEAD, signal: watch.signal }) : null;
      if (response && isBusy(response)) {
        throw new Later(Number(response.headers.get('Retry-After')) || null);
      }
      const content = response?.ok ? joined(await partsOf(response, watch)) : null;
      await this.shelf.putLeaves(this.version, content, rough);
    } catch (problem) {
      throw signal.aborted || !isNetwork(problem) ? problem : new Later();
    } finally {
      watch.stop();
    }
  }

  /** False when the file on the server is another than the one begun: everything starts again. */
  private async fetchPiece(number: number, signal: AbortSignal): Promise<boolean> {
    const watch = new Watch(signal, SILENCE_MS);
    try {
      const response = await this.ask(number, watch.signal);
      if (!(await this.isSame(response))) {
        return false;
      }
      await this.receive(number, response, watch);
      return true;
    } catch (problem) {
      throw signal.aborted || !isNetwork(problem) ? problem : new Later();
    } finally {
      watch.stop();
    }
  }

  private async ask(number: number, signal: AbortSignal): Promise<Response> {
    const from = number * PIECE + length(this.begun);
    const headers: Record<string, string> = { ...AHEAD, Range: `bytes=${from}-${(number + 1) * PIECE - 1}` };
    if (this.volume) {
      headers['If-Range'] = this.volume.tag;
    }
    const response = await fetch(this.url, { headers, signal, cache: 'no-store' });
    if (isBusy(response)) {
      throw new Later(Number(response.headers.get('Retry-After')) || null);
    }
    if (response.status === 416) {
      return response;
    }
    if (!response.ok) {
      throw new NotForUs(`status ${response.status}`);
    }
    return response;
  }

  /** Begins the volume at the first answer; drops it when the file has changed (RFC 9110 §13.1.5: 200 then, not 206). */
  private async isSame(response: Response): Promise<boolean> {
    const tag = response.headers.get('ETag') ?? '';
    const size = Number(/\/(\d+)$/.exec(response.headers.get('Content-Range') ?? '')?.[1] ?? Number.NaN);
    if (response.status === 206 && !this.volume) {
      this.volume = await this.shelf.begin(this.meeting, this.version, tag, size);
      return true;
    }
    if (response.status === 206 && this.volume?.tag === tag) {
      return true;
    }
    await response.body?.cancel();
    if (!this.volume) {
      throw new NotForUs('the server gives no parts of files');
    }
    await this.shelf.remove(this.meeting, this.version);
    this.volume = undefined;
    this.begun = [];
    return false;
  }

  private async receive(number: number, response: Response, watch: Watch): Promise<void> {
    await partsOf(response, watch, this.begun);
    const volume = this.volume!;
    const wanted = Math.min(PIECE, volume.size - number * PIECE);
    const piece = joined(this.begun);
    if (piece.length < wanted) {
      throw new Later();
    }
    await this.shelf.put(volume, number, piece);
    this.begun = [];
  }
}

/** Adds what comes to `parts`, which keep what was there when it breaks off. */
async function partsOf(response: Response, watch: Watch, parts: Bytes[] = []): Promise<Bytes[]> {
  const reader = response.body!.getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    watch.heard();
    parts.push(step.value);
  }
  return parts;
}

function isBusy({ status }: Response): boolean {
  return status === 429 || status >= 500;
}

/** `fetch` and its body raise TypeError when the network breaks, and the watch's reason after a silence. */
function isNetwork(problem: unknown): boolean {
  return problem instanceof TypeError || problem instanceof PaperProblem;
}

function length(parts: readonly Bytes[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(length(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
