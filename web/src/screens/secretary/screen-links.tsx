import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Walls } from '../walls';

/** The big screens and what they show, and the code that opens the meeting room on a tablet. */
export function ScreenLinks({ stream }: { stream: Stream }) {
  return (
    <div class="desk-wide">
      <h2>{t().desk.section.screen}</h2>
      <p class="quiet">{t().walls.hint}</p>
      <Walls stream={stream} withAddress />
      <figure class="code">
        <img src="/api/qr.svg?path=%2F" alt="" width="240" height="240" />
        <figcaption class="small">
          {t().desk.tabletCode}. {t().desk.tabletHint}
        </figcaption>
      </figure>
    </div>
  );
}
