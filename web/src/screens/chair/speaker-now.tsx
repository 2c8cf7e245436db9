import { t } from '../../i18n';
import type { SpeechRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { onFloor, paused } from '../../rules/queue';
import { leftOf } from '../../rules/talk-time';
import { remaining } from '../../rules/time';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { nameOf, Person } from '../parts/person';
import { SpeakerClock } from '../parts/speaker-clock';
import { aboutWords, nowWords } from '../parts/talk-words';

const EXTEND_MINUTES = [1, 2] as const;

/** Who has the floor, the time left, the few taps that concern it, and who was interrupted. */
export function SpeakerNow({ stream }: { stream: Stream }) {
  const speeches = stream.records.of('speech').value;
  const found = onFloor(speeches);
  if (!found) {
    return null;
  }
  const [id, row] = found;
  const about = aboutWords(stream, row);
  return (
    <section class="live" aria-label={t().speaking.now}>
      <div class="live-words">
        <p class="now-label">{nowWords(row)}</p>
        <Person stream={stream} user={row.user} detail />
        {about && <p class="small live-about">{about}</p>}
      </div>
      <SpeakerClock speech={row} />
      {row.subject && <p class={`small quiet live-subject ${row.kind}`}>{row.subject}</p>}
      <Acts stream={stream} entry={found} />
      {paused(speeches)
        .filter(([other]) => other !== id)
        .map(entry => (
          <Interrupted key={entry[0]} stream={stream} entry={entry} />
        ))}
    </section>
  );
}

interface SpeechProps {
  stream: Stream;
  entry: Entry<SpeechRecord>;
}

function Acts({ stream, entry: [speech, row] }: SpeechProps) {
  const extend = (minutes: number) =>
    act(stream.id, { type: 'speech.extend', speech, seconds: minutes * 60 });
  return (
    <div class="live-acts">
      {row.state === 'speaking' ? (
        <Button size="small" icon="pause" onClick={() => act(stream.id, { type: 'speech.pause', speech })}>
          {t().voices.pause}
        </Button>
      ) : (
        <Button size="small" icon="play" onClick={() => act(stream.id, { type: 'speech.resume', speech })}>
          {t().voices.resume}
        </Button>
      )}
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
      <Button size="small" onClick={() => act(stream.id, { type: 'speech.end', speech })}>
        {t().floor.end}
      </Button>
    </div>
  );
}

function Interrupted({ stream, entry: [speech, row] }: SpeechProps) {
  const name = nameOf(stream, row.user);
  return (
    <div class="live-paused">
      <p class="small">
        <strong>{name}</strong> · {t().voices.paused} ·{' '}
        <span class="figures">{remaining(leftOf(row, 0))}</span>
      </p>
      <Button
        size="small"
        icon="play"
        label={t().voices.resumeName(name)}
        onClick={() => act(stream.id, { type: 'speech.resume', speech })}
      >
        {t().voices.resume}
      </Button>
      <Button
        size="small"
        label={t().voices.endName(name)}
        onClick={() => act(stream.id, { type: 'speech.end', speech })}
      >
        {t().floor.end}
      </Button>
    </div>
  );
}
