import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { OnePage, Part } from '../../paper';
import type { ScreenRecord } from '../../records';
import type { Stream } from '../../sync/stream';
import { addressOf } from '../room/memory';

interface SceneProps {
  stream: Stream;
  screen: ScreenRecord;
}

/** One page: the one that the desk chose, or the one that the chair presents at this moment. */
export function PaperScene({ stream, screen }: SceneProps) {
  const { records } = stream;
  const led = stream.presented.value?.page;
  if (!screen.paper && !led) {
    return <Still>{t().walls.waitingForPage}</Still>;
  }
  const id = screen.paper ?? records.row('version', led?.version)?.paper;
  const paper = records.row('paper', id);
  if (paper?.state !== 'published') {
    return <Still>{t().walls.paperGone}</Still>;
  }
  const page = screen.paper ? screen.page : (led?.page ?? 1);
  const version = screen.paper || !led ? paper.version : led.version; // a new one may be out while the one before is presented
  const pages = records.row('version', version)?.pages ?? page;
  return (
    <figure class="stage-paper">
      <Page
        key={version}
        version={version}
        page={page}
        part={screen.part}
        sight={!screen.paper && screen.part === 'whole' ? led?.part : undefined}
      />
      <figcaption>
        <span class="stage-paper-title">{paper.title}</span>
        <span class="figures">{t().walls.page(Math.min(page, pages), pages)}</span>
      </figcaption>
    </figure>
  );
}

interface PageProps {
  version: string;
  page: number;
  part: ScreenRecord['part'];
  /** The part that the presenter sees, when the screen shows just that. */
  sight: Part | undefined;
}

/** The picture of a page; while the next one is drawn, the last one stays. */
function Page({ version, page, part, sight }: PageProps) {
  const host = useRef<HTMLDivElement>(null);
  const drawing = useRef<OnePage | null>(null);
  const last = useRef({ page, sight });
  const [failed, setFailed] = useState(false);
  last.current = { page, sight };
  useEffect(() => {
    let wanted = true;
    void import('../../paper').then(({ onePage }) => {
      if (wanted && host.current) {
        drawing.current = onePage(host.current, addressOf(version), drawn => setFailed(!drawn));
        drawing.current.show(last.current.page, last.current.sight);
      }
    });
    return () => {
      wanted = false;
      drawing.current?.leave();
      drawing.current = null;
    };
  }, [version]);
  useEffect(() => drawing.current?.show(page, sight), [page, String(sight)]);
  return (
    <div class={`stage-page ${part}`}>
      <div class="stage-page-sheet" ref={host} />
      {failed && <p class="stage-page-failed">{t().common.failed}</p>}
    </div>
  );
}

function Still({ children }: { children: string }) {
  return (
    <div class="stage-still">
      <p class="stage-word">{children}</p>
    </div>
  );
}
