import type { Hit } from './find';
import type { Heading } from './headings';
import { Inside, type Search } from './inside';
import type { PageView } from './pageview';
import type { Paper } from './prepared';
import { Previews } from './previews';
import type { Scroller } from './scroller';

/** What a reader has beside the pages of one open paper: search, outline and small pictures. */
export class Companion {
  private readonly inside: Inside;
  private readonly previews: Previews;
  private words = '';
  private hit: Hit | null = null;
  /** A hit that is to be scrolled to as soon as its page is drawn. */
  private awaited: Hit | null = null;

  constructor(
    paper: Paper,
    private readonly scroller: Scroller,
    page: () => number,
  ) {
    this.inside = new Inside(paper);
    this.previews = new Previews(
      paper,
      () => scroller.busy,
      (number, url) => scroller.views[number - 1]?.showPreview(url),
    );
    this.previews.showGiven();
    void this.previews.fill(page);
  }

  /** Leaves came later than the paper, or better ones. */
  refresh(): void {
    this.inside.forget();
    this.previews.showGiven();
  }

  search(words: string, tell: (search: Search) => void, signal: AbortSignal): Promise<void> {
    this.words = words;
    this.hit = null;
    this.awaited = null;
    this.mark();
    return this.inside.search(words, tell, signal);
  }

  showHit(hit: Hit | null): void {
    this.hit = hit;
    this.awaited = hit;
    this.words = hit ? this.words : '';
    this.mark();
    if (hit && this.awaited) {
      this.scroller.goTo(hit.page);
    }
  }

  /** A page has just been drawn, or is marked anew. */
  drawn(view: PageView): void {
    if (!view.words) {
      return;
    }
    const here = this.hit?.page === view.number ? this.hit : null;
    const quads = view.showFound(this.words, here?.nth ?? null);
    if (here && this.awaited === here) {
      this.awaited = null;
      this.scroller.goTo(here.page, quads);
    }
  }

  private mark(): void {
    for (const view of this.scroller.views) {
      this.drawn(view);
    }
  }

  outline(): Promise<Heading[]> {
    return this.inside.outline();
  }

  preview(page: number): Promise<string | undefined> {
    return this.previews.of(page);
  }

  close(): void {
    this.previews.close();
  }
}
