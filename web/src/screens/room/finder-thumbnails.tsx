import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Reader } from '../../paper/types';
import { useReader } from './finder';
import { useRoom } from './state';

/** The pages as small pictures, each made when it comes into sight. */
export function Thumbnails() {
  const room = useRoom();
  const reader = useReader();
  const place = room.placeIn(room.version.value ?? '');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
  }, [reader]);
  if (!reader || !place) {
    return <p class="finder-said">{t().finder.reading}</p>;
  }
  return (
    <ul class="finder-pages" ref={list}>
      {Array.from({ length: place.pages }, (_, at) => (
        <li key={at}>
          <button
            type="button"
            class="finder-page"
            aria-label={t().finder.page(at + 1)}
            aria-current={place.page === at + 1 ? 'page' : undefined}
            onClick={() => room.byHand(reader => reader.goTo(at + 1))}
          >
            <Picture reader={reader} page={at + 1} />
            <span class="figures">{at + 1}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Picture({ reader, page }: { reader: Reader; page: number }) {
  const host = useRef<HTMLSpanElement>(null);
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    let wanted = true;
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) {
        seen.disconnect();
        void reader.preview(page).then(made => wanted && setUrl(made));
      }
    });
    seen.observe(host.current!);
    return () => {
      wanted = false;
      seen.disconnect();
    };
  }, [reader, page]);
  return (
    <span class="finder-picture" ref={host}>
      {url && <img src={url} alt="" />}
    </span>
  );
}
