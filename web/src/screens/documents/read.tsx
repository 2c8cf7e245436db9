import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Reader } from '../../paper/types';
import type { Blanks } from '../../route';
import { IconButton } from '../../ui/button';
import { SearchWords } from '../room/finder-search';
import { kept, loadKept } from './kept';
import './read.css';

/** One document of one's own, or shared by a colleague, in the reader of the meetings' papers. */
export default function ReadDocument({ document }: Blanks) {
  const id = document!;
  const host = useRef<HTMLDivElement>(null);
  const { mounted, laidOut } = useReaderOf(id, host);
  const [finding, setFinding] = useState(false);
  const found = kept.value?.documents.find(one => one.id === id);
  const title = found?.title ?? '';
  const rough = found?.work === 'recognise';
  useEffect(() => mounted.current?.update({ rough }), [rough]);
  const toggle = () => {
    mounted.current?.showHit(null);
    setFinding(!finding);
  };
  useFindKey(() => setFinding(true));
  return (
    <div class="read-document">
      <header class="read-document-head">
        <a class="button quiet small" href="#/documents">
          {t().documents.back}
        </a>
        <h1>{title}</h1>
        <IconButton icon="search" label={t().documents.search} pressed={finding} onClick={toggle} />
        <div class="read-document-sizes">
          <IconButton icon="zoomOut" label={t().tools.smaller} onClick={() => mounted.current?.zoomOut()} />
          <IconButton icon="maximize" label={t().tools.fit} onClick={() => mounted.current?.fit()} />
          <IconButton icon="zoomIn" label={t().tools.larger} onClick={() => mounted.current?.zoomIn()} />
        </div>
      </header>
      <main class="read-document-body">
        <div class={`paper-row${finding ? ' finding' : ''}`}>
          {finding && <Finding reader={laidOut ? mounted.current : null} />}
          <div class="paper-column" ref={host} />
        </div>
      </main>
    </div>
  );
}

function Finding({ reader }: { reader: Reader | null }) {
  const [words, setWords] = useState('');
  return (
    <aside class="finder read-document-finder" aria-label={t().documents.search}>
      <SearchWords reader={reader} words={words} onWords={setWords} onHit={hit => reader?.showHit(hit)} />
    </aside>
  );
}

/** The reader in its place, and whether its pages are there. */
function useReaderOf(id: string, host: { current: HTMLDivElement | null }) {
  const mounted = useRef<Reader | null>(null);
  const [laidOut, setLaidOut] = useState(false);
  useEffect(() => {
    let wanted = true;
    setLaidOut(false);
    if (!kept.peek()) {
      void loadKept();
    }
    void import('../../paper').then(({ mountReader }) => {
      if (wanted && host.current) {
        mounted.current = mountReader(host.current, {
          url: `/api/documents/${encodeURIComponent(id)}/reading`,
          version: id,
          rough: kept.peek()?.documents.find(one => one.id === id)?.work === 'recognise',
          notes: [],
          mode: 'read',
          onPage: () => setLaidOut(true),
          onMark: () => {},
          onNoteTap: () => {},
        });
      }
    });
    return () => {
      wanted = false;
      mounted.current?.destroy();
      mounted.current = null;
    };
  }, [id]);
  return { mounted, laidOut };
}

function useFindKey(find: () => void): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'f' && !event.shiftKey) {
        event.preventDefault();
        find();
      }
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, []);
}
