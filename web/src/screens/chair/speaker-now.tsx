import { t } from '../../i18n';
import { speaking } from '../../rules/queue';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Person } from '../parts/person';
import { SpeakerClock } from '../parts/speaker-clock';

const EXTEND_MINUTES = [1, 2] as const;

/** Who has the floor, the time left, and the few taps that concern it. */
export function SpeakerNow({ stream }: { stream: Stream }) {
  const found = speaking(stream.records.of('speech').value);
  if (!found) {
    return null;
  }
  const [speech, row] = found;
  const extend = (minutes: number) =>
    act(stream.id, { type: 'speech.extend', speech, seconds: minutes * 60 });
  return (
    <section class="live" aria-label={t().speaking.now}>
      <div class="live-words">
        <p class="now-label">{t().speaking.now}</p>
        <Person stream={stream} user={row.user} detail />
      </div>
      {row.deadline !== null && <SpeakerClock deadline={row.deadline} />}
      {row.subject && <p class="small quiet live-subject">{row.subject}</p>}
      <div class="live-acts">
        {EXTEND_MINUTES.map(minutes => (
          <Button
            key={minutes}
            size="small"
            label={t().floor.extendLabel(minutes)}
            onClick={() => extend(minutes)}
          >
            {t().floor.extend(minutes)}
          </Button>
        ))}
        <Button size="small" icon="check" onClick={() => act(stream.id, { type: 'speech.end', speech })}>
          {t().floor.end}
        </Button>
      </div>
    </section>
  );
}
