import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Card } from '../../ui/card';
import { Icon } from '../../ui/icon';

/** Where the big screen lives, and the codes that open it and the meeting room. */
export function ScreenLinks({ stream }: { stream: Stream }) {
  const path = `/screen#${stream.id}`;
  return (
    <div class="desk-narrow stack">
      <h2>{t().desk.section.screen}</h2>
      <Card label={t().desk.section.screen}>
        <p>{t().desk.screenHint}</p>
        <p class="small">
          {t().desk.screenAddress}: <strong class="address">{location.origin + path}</strong>
        </p>
        <a class="button primary" href={path} target="_blank" rel="noreferrer">
          <Icon name="monitor" />
          <span>{t().desk.screenOpen}</span>
        </a>
      </Card>
      <div class="codes">
        <Code path={path} said={t().desk.screenCode} />
        <Code path="/" said={`${t().desk.tabletCode}. ${t().desk.tabletHint}`} />
      </div>
    </div>
  );
}

function Code({ path, said }: { path: string; said: string }) {
  return (
    <figure class="code">
      <img src={`/api/qr.svg?path=${encodeURIComponent(path)}`} alt="" width="240" height="240" />
      <figcaption class="small">{said}</figcaption>
    </figure>
  );
}
