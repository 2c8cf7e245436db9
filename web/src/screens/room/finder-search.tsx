import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Hit, Reader, Search } from '../../paper/types';
import { IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import './finder.css';

/** Typing goes on for so long before the pages are searched; milliseconds. */
const PAUSE_MS = 250;
const LEAST = 2;
const NOTHING: Search = { hits: [], pages: 0, done: 0 };

interface SearchWordsProps {
  /** Null until its pages are there. */
  reader: Reader | null;
  words: string;
  onWords: (words: string) => void;
  onHit: (hit: Hit) => void;
}

/** Words on all pages of a paper, with or without marks: every hit with its page and what stands around it. */
export function SearchWords({ reader, words, onWords, onHit }: SearchWordsProps) {
  const [found, setFound] = useState<Search>(NOTHING);
  const [at, setAt] = useState(-1);
  useEffect(() => {
    const stop = new AbortController();
    setFound(NOTHING);
    setAt(-1);
    const timer = setTimeout(() => {
      if (words.trim().length < LEAST) {
        reader?.showHit(null);
      } else {
        void reader?.search(words, setFound, stop.signal);
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [words, reader]);
  const go = (next: number) => {
    const hit = found.hits[(next + found.hits.length) % found.hits.length];
    if (hit) {
      setAt(found.hits.indexOf(hit));
      onHit(hit);
    }
  };
  const submit = (event: Event) => {
    event.preventDefault();
    go(at + 1);
  };
  const none = found.hits.length === 0;
  return (
    <form class="finder-search" onSubmit={submit}>
      <Field label={t().finder.words} type="search" value={words} onValue={onWords} hint={t().finder.hint} />
      <div class="finder-steps">
        <p class="small figures" role="status">
          {said(words, found, at)}
        </p>
        <IconButton icon="chevronUp" label={t().finder.previous} onClick={() => go(at - 1)} disabled={none} />
        <IconButton icon="chevronDown" label={t().finder.next} onClick={() => go(at + 1)} disabled={none} />
      </div>
      <ul class="finder-list">
        {found.hits.map((hit, index) => (
          <li key={`${hit.page} ${hit.nth}`}>
            <HitLine hit={hit} current={index === at} onGo={() => go(index)} />
          </li>
        ))}
      </ul>
    </form>
  );
}

function said(words: string, { hits, pages, done }: Search, at: number): string {
  const texts = t().finder;
  if (words.trim().length < LEAST) {
    return '';
  }
  if (done < pages || pages === 0) {
    return texts.searching(done, pages);
  }
  return hits.length === 0 ? texts.nothing : texts.place(at + 1, hits.length);
}

function HitLine({ hit, current, onGo }: { hit: Hit; current: boolean; onGo: () => void }) {
  const [before, words, after] = hit.context;
  return (
    <button type="button" class="finder-line" aria-current={current ? 'true' : undefined} onClick={onGo}>
      <span>
        {before}
        <mark>{words}</mark>
        {after}
      </span>
      <span class="figures quiet">{t().finder.page(hit.page)}</span>
    </button>
  );
}
