import { inFront, keepPaper, keptLeaves, keptPaper } from '../vault';
import { Download, type Progress } from './download';
import { Leaves, leavesAddress } from './leaves';
import type { PaperDocument } from './pdf';
import { isAbort, PaperProblem } from './problems';

/** Papers held in memory, those being read among them: switching back to one is instant. */
const KEPT = 3;
const TRIES = 3;
const FIRST_PAUSE_MS = 400;

/** One paper in memory: being downloaded, or open (its bytes then belong to the PDF worker). */
class Volume {
  private readonly listeners = new Set<(progress: Progress) => void>();
  private readonly download: Download;
  private document: Promise<PaperDocument> | undefined;
  private bytes: Promise<Uint8Array<ArrayBuffer>> | undefined;
  private abort = new AbortController();
  private leaves: Promise<Leaves | undefined> | undefined;
  private rough = false;
  private readonly gone = new AbortController();
  readers = 0;

  constructor(readonly url: string) {
    this.download = new Download(url, progress => {
      for (const listener of this.listeners) {
        listener(progress);
      }
    });
  }

  get progress(): Progress {
    return this.download.progress;
  }

  /** Starts or continues the download; every caller shares the one that runs. */
  fetch(): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.bytes) {
      this.abort = new AbortController();
      this.bytes = this.bring(this.abort.signal);
      this.bytes.catch(() => {
        this.bytes = undefined;
      });
    }
    return this.bytes;
  }

  open(): Promise<PaperDocument> {
    if (!this.document) {
      this.document = this.openNow();
      this.document.catch(() => {
        this.document = undefined;
      });
    }
    return this.document;
  }

  private async openNow(): Promise<PaperDocument> {
    const [{ openPdf }, bytes] = await inFront(() => Promise.all([import('./pdf'), this.fetch()]));
    this.bytes = undefined;
    return openPdf(bytes);
  }

  /** From this tablet's own store, or else from the server, and then into the store where it may be kept. */
  private async bring(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const kept = await keptPaper(this.url);
    if (kept) {
      return kept;
    }
    const bytes = await persist(() => this.download.run(signal), signal);
    keepPaper(this.url, bytes, this.download.etag);
    return bytes;
  }

  /** Undefined when there are none or they cannot be had now. `rough`: the letters of scans are not known yet. */
  leavesOf(rough: boolean): Promise<Leaves | undefined> {
    if (!this.leaves || (this.rough && !rough)) {
      this.rough = rough;
      this.leaves = bringLeaves(this.url, rough, this.gone.signal).catch(() => {
        this.leaves = undefined;
        return undefined;
      });
    }
    return this.leaves;
  }

  listen(listener: (progress: Progress) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  stop(): void {
    this.abort.abort();
  }

  async close(): Promise<void> {
    this.stop();
    this.gone.abort();
    void this.leaves?.then(leaves => leaves?.close());
    const open = await this.document?.catch(() => undefined);
    await open?.close();
  }
}

/** The papers in memory, least recently used first. */
export class Library {
  private readonly volumes = new Map<string, Volume>();
  private readonly wanted = new Set<string>();

  /** Borrows a paper until `release`; raises PaperProblem. */
  borrow(url: string, onProgress: (progress: Progress) => void): Loan {
    const volume = this.touch(url);
    volume.readers += 1;
    const quiet = volume.listen(onProgress);
    this.trim();
    return {
      open: () => volume.open(),
      leaves: rough => volume.leavesOf(rough),
      release: () => {
        quiet();
        volume.readers -= 1;
        if (volume.readers === 0 && !this.wanted.has(url)) {
          volume.stop();
        }
        this.trim();
      },
    };
  }

  /** Downloads ahead of need; a failure is of no matter here, opening will try again. */
  prefetch(url: string): void {
    const known = this.volumes.has(url);
    this.wanted.add(url);
    const volume = this.touch(url);
    if (!known) {
      volume.fetch().catch(() => this.wanted.delete(url));
    }
    this.trim();
  }

  /** Removes a paper from memory at once, as a recall or the end of a session demands; without `url` all of them. */
  forget(url?: string): void {
    for (const volume of [...this.volumes.values()]) {
      if (url === undefined || volume.url === url) {
        this.drop(volume);
      }
    }
  }

  private touch(url: string): Volume {
    const volume = this.volumes.get(url) ?? new Volume(url);
    this.volumes.delete(url);
    this.volumes.set(url, volume);
    return volume;
  }

  private trim(): void {
    for (const volume of [...this.volumes.values()]) {
      if (this.volumes.size > KEPT && volume.readers === 0) {
        this.drop(volume);
      }
    }
  }

  private drop(volume: Volume): void {
    this.volumes.delete(volume.url);
    this.wanted.delete(volume.url);
    void volume.close();
  }
}

export interface Loan {
  open(): Promise<PaperDocument>;
  leaves(rough: boolean): Promise<Leaves | undefined>;
  release(): void;
}

/** Tries again by itself a few times when the network was lost, each pause twice the last. */
async function persist<Result>(attempt: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (problem) {
      const again = problem instanceof PaperProblem && problem.worthRetrying && tries < TRIES;
      if (!again || isAbort(problem)) {
        throw problem;
      }
      await pause(FIRST_PAUSE_MS * 2 ** (tries - 1), signal);
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

/** From this tablet's own store, or else from the server. */
async function bringLeaves(url: string, rough: boolean, signal: AbortSignal): Promise<Leaves | undefined> {
  const address = leavesAddress(url, rough);
  if (!address) {
    return undefined;
  }
  const kept = await keptLeaves(url, rough);
  if (kept) {
    return Leaves.read(kept);
  }
  return inFront(async () => {
    const response = await fetch(address, { signal });
    return response.status === 200 ? Leaves.read(new Uint8Array(await response.arrayBuffer())) : undefined;
  });
}
