import type { Size } from './layout';

/** What the server tells of every page beside the PDF (icabinet/jobs/leaves.py): its size, words, and a small picture. */

interface Leaf extends Size {
  text: string;
  /** Bytes of its picture; 0 when there is none. */
  picture: number;
  /** Start, end, x0, y0, x1, y1 of every word, where the PDF's own letters are not what people read on the page. */
  words?: number[];
}

/** A word's place in its page's text, and on the page in tenths of a point from the top left. */
export interface PlacedWord {
  start: number;
  end: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const HEAD_LENGTH = 4;
const NUMBERS_A_WORD = 6;

/**
 * The address of a paper's leaves by that of its PDF; null where there are none. Of a secret paper there are the letters
 * of its scanned pages, once they are known.
 */
export function leavesAddress(url: string, rough: boolean): string | null {
  const found = /^(.*\/api\/(?:versions|documents)\/[^/?]+)\/reading(\?copy=own)?$/.exec(url);
  if (!found) {
    return null;
  }
  const secret = found[2] !== undefined;
  if (secret) {
    return rough ? null : `${found[1]}/words`;
  }
  return `${found[1]}/leaves${rough ? '?rough=1' : ''}`;
}

export class Leaves {
  private readonly urls = new Map<number, string>();
  private readonly starts: number[] = [];

  private constructor(
    private readonly leaves: Leaf[],
    private readonly pictures: Uint8Array<ArrayBuffer>,
  ) {
    let at = 0;
    for (const leaf of leaves) {
      this.starts.push(at);
      at += leaf.picture;
    }
  }

  /** Raises when the bytes are not such a file. */
  static async read(bytes: Uint8Array<ArrayBuffer>): Promise<Leaves> {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const end = HEAD_LENGTH + length;
    const head = new Blob([bytes.subarray(HEAD_LENGTH, end)]).stream();
    const plain = head.pipeThrough(new DecompressionStream('gzip'));
    const { pages } = (await new Response(plain).json()) as { pages: Leaf[] };
    if (pages.length === 0) {
      throw new Error('leaves without a page');
    }
    return new Leaves(pages, bytes.subarray(end));
  }

  get pages(): number {
    return this.leaves.length;
  }

  get sizes(): Size[] {
    return this.leaves.map(({ width, height }) => ({ width, height }));
  }

  text(page: number): string | undefined {
    return this.leaves[page - 1]?.text;
  }

  /** Undefined for a page whose PDF has the same letters. */
  words(page: number): PlacedWord[] | undefined {
    const { words = [] } = this.leaves[page - 1] ?? {};
    if (words.length === 0) {
      return undefined;
    }
    return Array.from({ length: words.length / NUMBERS_A_WORD }, (_, at) => {
      const [start, end, left, top, right, bottom] = words.slice(at * NUMBERS_A_WORD);
      return { start: start!, end: end!, left: left!, top: top!, right: right!, bottom: bottom! };
    });
  }

  /** The address of the page's small picture, until `close`. */
  picture(page: number): string | undefined {
    const known = this.urls.get(page);
    const leaf = this.leaves[page - 1];
    if (known || !leaf?.picture) {
      return known;
    }
    const from = this.starts[page - 1]!;
    const content = this.pictures.subarray(from, from + leaf.picture);
    const url = URL.createObjectURL(new Blob([content], { type: 'image/webp' }));
    this.urls.set(page, url);
    return url;
  }

  close(): void {
    for (const url of this.urls.values()) {
      URL.revokeObjectURL(url);
    }
    this.urls.clear();
  }
}
