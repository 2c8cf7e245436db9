import { t } from '../../i18n';
import type { QueueRecord, SpeechRecord } from '../../records';
import { secondsFor } from '../../rules/queue';
import { time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button, IconButton } from '../../ui/button';
import { nameOf, Person } from '../parts/person';
import { aboutWords, lengthWords } from '../parts/talk-words';

interface LineProps {
  stream: Stream;
  queue: QueueRecord;
  speech: string;
  row: SpeechRecord;
  place: number;
  last: boolean;
  callable: boolean;
}

/** One who waits: who, what for, since when; called with one tap, moved by hand where the chair orders the queue. */
export function WaitingLine({ stream, queue, speech, row, place, last, callable }: LineProps) {
  const name = nameOf(stream, row.user);
  const about = aboutWords(stream, row);
  const able = callable && (queue.state !== 'paused' || row.kind === 'order');
  const said = t().voices.callKind[row.kind](name, lengthWords(secondsFor(row, queue)));
  const movable = queue.policy === 'by-hand' && row.kind !== 'order' && stream.role.value === 'chair';
  return (
    <li class="hand">
      <span class="hand-place figures">{place}</span>
      <div class="hand-words">
        <Person stream={stream} user={row.user} detail />
        {about && <p class={`small hand-about ${row.kind}`}>{about}</p>}
        {row.subject && <p class="small">{row.subject}</p>}
        <p class="small quiet">{t().floor.since(time(row.requested_at))}</p>
      </div>
      <div class="hand-acts">
        {able && (
          <Button size="small" label={said} onClick={() => act(stream.id, { type: 'speech.call', speech })}>
            {t().floor.call}
          </Button>
        )}
        {movable && <Move stream={stream} speech={speech} name={name} place={place} last={last} />}
      </div>
    </li>
  );
}

interface MoveProps extends Pick<LineProps, 'stream' | 'speech' | 'place' | 'last'> {
  name: string;
}

function Move({ stream, speech, name, place, last }: MoveProps) {
  const to = (position: number) => act(stream.id, { type: 'speech.move', speech, position });
  return (
    <div class="hand-move">
      <IconButton
        icon="arrowUp"
        label={t().voices.up(name)}
        disabled={place === 1}
        onClick={() => to(place - 2)}
      />
      <IconButton icon="arrowDown" label={t().voices.down(name)} disabled={last} onClick={() => to(place)} />
    </div>
  );
}
