import '../../../src/styles/tokens.css';
import '../../../src/styles/base.css';
import './main.css';
import {
  forget,
  mountReader,
  type NewMark,
  prefetch,
  type Reader,
  type ReaderOptions,
} from '../../../src/paper';

/** What a test sees and drives: the reader mounted on `location.search`, and what it reported. */
export interface Stage {
  reader: Reader;
  marks: NewMark[];
  pages: [number, number][];
  taps: string[];
  prefetch: typeof prefetch;
  forget: typeof forget;
}

declare global {
  interface Window {
    stage: Stage;
  }
}

const wanted = new URLSearchParams(location.search);
const options: ReaderOptions = {
  url: wanted.get('url') ?? '/papers/packet',
  version: wanted.get('url') ?? '1',
  page: Number(wanted.get('page') ?? 1),
  notes: [],
  mode: 'read',
  onPage: (page, pages) => window.stage.pages.push([page, pages]),
  onMark: mark => window.stage.marks.push(mark),
  onNoteTap: id => window.stage.taps.push(id),
};
window.stage = { marks: [], pages: [], taps: [], prefetch, forget } as unknown as Stage;
window.stage.reader = mountReader(document.getElementById('host')!, options);
