import { t } from '../../i18n';
import { act } from '../../sync/cabinet';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { layout } from '../../ui/layout';
import { SeatPlanButton } from '../seats/open';
import { QuorumMeter } from './quorum-meter';

/** Attendance and quorum, always in sight; and the chair's own check-in until it is done. */
export function Foot({ stream, onHelp }: { stream: Stream; onHelp: () => void }) {
  const own = stream.records.row('attendance', me.value?.user.id);
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  return (
    <footer class="console-foot">
      <QuorumMeter stream={stream} />
      {own?.state !== 'present' && !ended && (
        <Button
          size="small"
          icon="circleCheck"
          onClick={() => act(stream.id, { type: 'attendance.check-in' })}
        >
          {t().attendance.checkIn}
        </Button>
      )}
      <SeatPlanButton stream={stream} />
      {layout.value !== 'phone' && (
        <Button size="small" kind="quiet" icon="keyboard" label={t().keys.open} onClick={onHelp}>
          {t().keys.word}
        </Button>
      )}
    </footer>
  );
}
