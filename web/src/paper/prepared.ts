import type { Heading } from './headings';
import type { Size } from './layout';
import type { Leaves } from './leaves';
import { writeWords } from './letters';
import type { PaperDocument, PaperPage, Task } from './pdf';

/** A paper as the reader needs it: its PDF, and what its leaves tell before and beside that. */
export interface Paper {
  readonly pages: number;
  /** Null when only the PDF itself can tell. */
  readonly sizes: Size[] | null;
  page(number: number): Promise<PaperPage>;
  /** The page's words as people read them. */
  text(number: number): Promise<string>;
  outline(): Promise<Heading[]>;
  /** The address of a small picture that is there already. */
  picture(number: number): string | undefined;
}

export class Prepared implements Paper {
  private constructor(
    readonly pages: number,
    private readonly opening: Promise<PaperDocument>,
    private leaves: Leaves | undefined,
  ) {}

  /** With leaves at once, else as soon as the PDF is open. Raises what opening it raises. */
  static async of(opening: Promise<PaperDocument>, leaves: Leaves | undefined): Promise<Prepared> {
    return new Prepared(leaves?.pages ?? (await opening).pages, opening, leaves);
  }

  /** The pages whose words become others thereby. */
  add(leaves: Leaves): number[] {
    this.leaves = leaves;
    return Array.from({ length: this.pages }, (_, at) => at + 1).filter(page => leaves.words(page));
  }

  get sizes(): Size[] | null {
    return this.leaves?.sizes ?? null;
  }

  async page(number: number): Promise<PaperPage> {
    const page = await (await this.opening).page(number);
    const { leaves } = this;
    const words = leaves?.words(number);
    return words
      ? { ...page, write: layer => done(() => writeWords(layer, leaves!.text(number)!, words, page.size)) }
      : page;
  }

  async text(number: number): Promise<string> {
    const known = this.leaves?.text(number);
    return known ?? (await (await this.opening).page(number)).text();
  }

  async outline(): Promise<Heading[]> {
    return (await this.opening).outline();
  }

  picture(number: number): string | undefined {
    return this.leaves?.picture(number);
  }
}

function done(work: () => void): Task {
  work();
  return { done: Promise.resolve(true), cancel: () => {} };
}
