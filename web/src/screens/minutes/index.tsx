import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Empty, Loading } from '../../ui/waiting';
import { ConclusionForm } from './conclusion-form';
import { useDraft } from './draft';
import { EditedButton } from './edited';
import { MinutesPage } from './page';
import { Seal } from './seal';
import { steps, undo } from './undo';
import '../../styles/minutes.css';

/** The minutes as the page they will be, writing themselves while the meeting goes on. */
export function MinutesDesk({ stream }: { stream: Stream }) {
  const { draft, error, refreshing, refresh } = useDraft(stream);
  const [concluding, setConcluding] = useState(false);
  const begun = stream.records.row('meeting', stream.id)?.state !== 'prepared';
  return (
    <div class="minutes">
      <div class="minutes-bar">
        <p class="small quiet" role="status">
          {error || (refreshing ? t().minutes.refreshing : t().minutes.live)}
        </p>
        <div class="row">
          {steps.value.some(step => step.stream === stream.id) && !draft?.locked_at && (
            <Button icon="rotateCcw" onClick={() => undo(stream)}>
              {t().minutesWork.undo}
            </Button>
          )}
          {begun && !draft?.locked_at && (
            <Button icon="pencil" onClick={() => setConcluding(true)}>
              {t().minutes.conclude}
            </Button>
          )}
          <EditedButton stream={stream} />
          <a class="button primary" href={`/api/streams/${stream.id}/official/minutes/docx`} download>
            <Icon name="download" />
            <span>{t().minutes.export}</span>
          </a>
        </div>
      </div>
      {draft && <Seal stream={stream} draft={draft} />}
      {draft && <MinutesPage stream={stream} draft={draft} />}
      {!draft && error && (
        <Empty icon="circleAlert" onRetry={refresh}>
          {error}
        </Empty>
      )}
      {!draft && !error && <Loading />}
      {concluding && <ConclusionForm stream={stream} onClose={() => setConcluding(false)} />}
    </div>
  );
}
