import { t } from '../../i18n';
import { screenPath } from '../../rules/screens';
import type { Stream } from '../../sync/stream';
import { Icon } from '../../ui/icon';

/** Where the screen lives, and the code that opens it on the computer behind it. */
export function Address({ stream, id }: { stream: Stream; id: string }) {
  const path = screenPath(stream.id, id);
  return (
    <details class="missing">
      <summary>{t().walls.address}</summary>
      <div class="stack">
        <p class="small">
          <strong class="address">{location.origin + path}</strong>
        </p>
        <a class="button" href={path} target="_blank" rel="noreferrer">
          <Icon name="monitor" />
          <span>{t().walls.open}</span>
        </a>
        <img
          class="wall-code"
          src={`/api/qr.svg?path=${encodeURIComponent(path)}`}
          alt={t().walls.code}
          width="200"
          height="200"
        />
      </div>
    </details>
  );
}
