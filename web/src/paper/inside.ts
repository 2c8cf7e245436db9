import { type Hit, hitsOn, MOST_HITS } from './find';
import { type Heading, headingsOn, levelled } from './headings';
import type { Paper } from './prepared';

/** How far a search has come; `hits` are in the paper's order. */
export interface Search {
  hits: Hit[];
  pages: number;
  done: number;
}

/** The words of a paper, read once: for searching, and for the outline of a file that has none. */
export class Inside {
  private readonly texts = new Map<number, Promise<string>>();

  constructor(private readonly paper: Paper) {}

  /** A page that cannot be read has no words. */
  private text(page: number): Promise<string> {
    const text = this.texts.get(page) ?? this.paper.text(page);
    this.texts.set(page, text);
    return text.catch(() => '');
  }

  /** The words have become others. */
  forget(): void {
    this.texts.clear();
  }

  /** Tells what was found after every page until the last, or until the signal aborts. */
  async search(words: string, tell: (search: Search) => void, signal: AbortSignal): Promise<void> {
    const hits: Hit[] = [];
    const { pages } = this.paper;
    for (let page = 1; page <= pages && !signal.aborted; page += 1) {
      hits.push(...hitsOn(page, await this.text(page), words).slice(0, MOST_HITS - hits.length));
      const done = hits.length >= MOST_HITS ? pages : page;
      if (!signal.aborted) {
        tell({ hits: [...hits], pages, done });
      }
      if (done === pages) {
        return;
      }
    }
  }

  /** The file's own outline, else the headings that stand in the words. */
  async outline(): Promise<Heading[]> {
    const own = await this.paper.outline().catch(() => []);
    if (own.length) {
      return own;
    }
    const found: Heading[] = [];
    for (let page = 1; page <= this.paper.pages; page += 1) {
      found.push(...headingsOn(page, await this.text(page)));
    }
    return levelled(found);
  }
}
