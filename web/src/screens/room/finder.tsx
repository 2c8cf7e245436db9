import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Heading, Reader } from '../../paper/types';
import { IconButton } from '../../ui/button';
import { type Tab, Tabs } from '../../ui/tabs';
import { Empty } from '../../ui/waiting';
import { CitedPanel } from './finder-cited';
import { SearchWords } from './finder-search';
import { Thumbnails } from './finder-thumbnails';
import { useDraft, useRoom } from './state';
import '../../styles/cited.css';
import './finder.css';

export type FinderPlace = 'search' | 'outline' | 'pages' | 'cited';

/** Beside the open paper: its words, its outline and its pages. */
export function Finder() {
  const room = useRoom();
  const place = room.finder.value;
  const version = room.version.value;
  useEffect(() => () => room.reader?.showHit(null), [version]);
  if (!place || !version) {
    return null;
  }
  const words = t().finder;
  const tabs: Tab<FinderPlace>[] = [
    { name: 'search', word: words.search, icon: 'search' },
    { name: 'outline', word: words.outline, icon: 'listOrdered' },
    { name: 'pages', word: words.pages, icon: 'fileText' },
    { name: 'cited', word: t().cited.tab, icon: 'quote' },
  ];
  const close = () => {
    room.reader?.showHit(null);
    room.finder.value = null;
  };
  return (
    <aside class="finder" aria-label={words.heading}>
      <div class="finder-head">
        <IconButton icon="x" label={t().common.close} onClick={close} />
      </div>
      <Tabs
        label={words.heading}
        tabs={tabs}
        chosen={place}
        onChoose={name => {
          room.finder.value = name;
        }}
      >
        {place === 'search' && <SearchPanel key={version} />}
        {place === 'outline' && <Outline key={version} />}
        {place === 'pages' && <Thumbnails key={version} />}
        {place === 'cited' && room.paper.value && <CitedPanel key={version} paper={room.paper.value} />}
      </Tabs>
    </aside>
  );
}

/** Where the words lie that are looked for: a tablet that is turned keeps them. */
const SOUGHT = 'finder words';

function SearchPanel() {
  const room = useRoom();
  const [words, setWords] = useDraft(SOUGHT);
  return (
    <SearchWords
      reader={useReader()}
      words={words}
      onWords={setWords}
      onHit={hit => room.byHand(reader => reader.showHit(hit))}
    />
  );
}

/** The reader of the open paper, as soon as its pages are there. */
export function useReader(): Reader | null {
  const room = useRoom();
  const version = room.version.value;
  return version && room.laidOut.value === version ? room.reader : null;
}

function Outline() {
  const room = useRoom();
  const reader = useReader();
  const [headings, setHeadings] = useState<Heading[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void reader?.outline().then(found => wanted && setHeadings(found));
    return () => {
      wanted = false;
    };
  }, [reader]);
  if (!headings) {
    return <p class="finder-said">{t().finder.reading}</p>;
  }
  if (headings.length === 0) {
    return <Empty icon="listOrdered">{t().finder.noOutline}</Empty>;
  }
  return (
    <ul class="finder-list">
      {headings.map((heading, at) => (
        <li key={`${at} ${heading.page}`}>
          <button
            type="button"
            class={`finder-line depth-${Math.min(3, heading.depth)}`}
            onClick={() => room.byHand(reader => reader.goTo(heading.page))}
          >
            <span>{heading.title}</span>
            <span class="figures quiet">{heading.page}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
