import { inTurn, release } from './canvases';
import type { Paper } from './prepared';

/** CSS pixels: enough to know a page by, and what stands on it while the sheet flies by. */
const WIDTH = 180;
const QUALITY = 0.7;
/** Pause between two pictures that nobody waits for; milliseconds. */
const BREATH_MS = 40;

/** Small pictures of the pages, kept as files in memory and not as canvases. */
export class Previews {
  private readonly urls = new Map<number, string>();
  private readonly making = new Map<number, Promise<string | undefined>>();
  private closed = false;

  /** `onMade` is told of every new picture; `busy` says that the pages themselves are being drawn or moved. */
  constructor(
    private readonly paper: Paper,
    private readonly busy: () => boolean,
    private readonly onMade: (page: number, url: string) => void,
  ) {}

  /** Those that came with the paper. */
  showGiven(): void {
    for (let page = 1; page <= this.paper.pages; page += 1) {
      const given = this.paper.picture(page);
      if (given) {
        this.onMade(page, given);
      }
    }
  }

  private known(page: number): string | undefined {
    return this.paper.picture(page) ?? this.urls.get(page);
  }

  /** The address of a page's picture; nothing when it cannot be made. */
  of(page: number): Promise<string | undefined> {
    const known = this.known(page);
    if (known || this.closed) {
      return Promise.resolve(known);
    }
    const making = this.making.get(page) ?? inTurn(() => this.make(page));
    this.making.set(page, making);
    return making.finally(() => this.making.delete(page));
  }

  /** Makes those that are missing, nearest to the page that is read first, whenever nothing else is to be done. */
  async fill(from: () => number): Promise<void> {
    while (!this.closed) {
      const next = this.missing(from());
      if (next === undefined) {
        return;
      }
      if (!this.busy()) {
        await this.of(next);
      }
      await new Promise(resolve => setTimeout(resolve, BREATH_MS));
    }
  }

  private readonly failed = new Set<number>();

  private missing(near: number): number | undefined {
    for (let step = 0; step < this.paper.pages; step += 1) {
      for (const page of [near + step, near - step]) {
        if (page >= 1 && page <= this.paper.pages && !this.known(page) && !this.failed.has(page)) {
          return page;
        }
      }
    }
    return undefined;
  }

  private async make(page: number): Promise<string | undefined> {
    if (this.closed) {
      return undefined;
    }
    const blob = await this.paint(page).catch(() => null);
    if (!blob || this.closed) {
      this.failed.add(page);
      return undefined;
    }
    const url = URL.createObjectURL(blob);
    this.urls.set(page, url);
    this.onMade(page, url);
    return url;
  }

  private async paint(number: number): Promise<Blob | null> {
    const page = await this.paper.page(number);
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = Math.max(1, Math.round((WIDTH * page.size.height) / page.size.width));
    try {
      const done = await page.paint(canvas).done;
      return done ? await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY)) : null;
    } finally {
      release(canvas);
      page.rest();
    }
  }

  close(): void {
    this.closed = true;
    for (const url of this.urls.values()) {
      URL.revokeObjectURL(url);
    }
    this.urls.clear();
  }
}
