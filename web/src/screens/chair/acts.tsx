import { t } from '../../i18n';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { layout } from '../../ui/layout';
import type { Asking } from './asking';
import { NextButton } from './next-button';

export interface ActsProps {
  stream: Stream;
  onAsk: (asking: Asking) => void;
}

/** The one next act as the big button, always under the thumb; the meeting's own acts beside it. */
export function Acts({ stream, onAsk }: ActsProps) {
  return (
    <section class="now-acts" aria-label={t().chair.nextAct}>
      <div class="now-next">
        <NextButton stream={stream} onAsk={onAsk} />
      </div>
      {layout.value !== 'phone' && <MeetingActs stream={stream} onAsk={onAsk} />}
    </section>
  );
}

/** Pausing and ending; on a phone they lie further down, where no thumb meets them by chance. */
export function MeetingActs({ stream, onAsk }: ActsProps) {
  const state = stream.records.row('meeting', stream.id)?.state;
  if (state !== 'running' && state !== 'paused') {
    return null;
  }
  return (
    <div class="row">
      {state === 'running' && (
        <Button icon="pause" onClick={() => act(stream.id, { type: 'meeting.pause' })}>
          {t().chair.pause}
        </Button>
      )}
      <Button icon="square" onClick={() => onAsk({ what: 'end' })}>
        {t().chair.end}
      </Button>
    </div>
  );
}
