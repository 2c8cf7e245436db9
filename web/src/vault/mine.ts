import type { Seen } from './keeper';

/** One's own documents as the server lists them. */

export interface KeptDocument {
  id: string;
  title: string;
  name: string;
  folder: string;
  size: number;
  pages: number;
  at: number;
  /** `note`: a text without a file; `paper`: of a meeting; `gone`: a paper of a meeting that is not to be seen any more. */
  state: 'processing' | 'ready' | 'failed' | 'note' | 'paper' | 'gone';
  /** Letters in its scanned pages are still being recognised. */
  work: '' | 'recognise';
  message: string;
  /** Name of whoever shares it; empty for one's own. */
  owner: string;
  meeting: string;
  paper: string;
  /** Of a note. */
  text: string;
  shared: { id: string; name: string }[];
}

export interface Kept {
  folders: { id: string; title: string }[];
  documents: KeptDocument[];
  used: number;
  most_bytes: number;
  most: number;
}

/** In the shape of a meeting, so that the list and its files are kept, and wiped, as those of meetings are. */
export function asSeen(kept: Kept): Seen {
  const files = kept.documents.filter(({ state }) => state === 'ready');
  const papers = files.map(({ id }) => [id, { state: 'published', secret: false, version: id }]);
  const versions = files.map(({ id, size, work }) => [id, { paper: id, state: 'ready', size, work }]);
  return {
    role: 'guest',
    records: {
      list: { mine: kept },
      paper: Object.fromEntries(papers),
      version: Object.fromEntries(versions),
    },
  };
}
