import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { QueueName } from '../../records';
import { onFloor, type Place, placesOf, QUEUES, waiting } from '../../rules/queue';
import { time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { useKeptFocus } from '../../ui/focus';
import { Person } from '../parts/person';
import { SpeakerClock } from '../parts/speaker-clock';
import { aboutWords, nowWords, orderWords, placeWords } from '../parts/talk-words';
import { Asks } from './speech-asks';
import { useRoom } from './state';
import './speakers.css';
import { ordersOf } from '../../sync/queue-orders';

/** Who has the floor and for how long, who waits and in which order, and the own requests. */
export function Speakers() {
  return (
    <Card label={t().speaking.heading}>
      <Floor />
      {QUEUES.map(queue => (
        <Queue key={queue} queue={queue} />
      ))}
      <Own />
      <Asks />
    </Card>
  );
}

function Floor() {
  const { stream, user } = useRoom();
  const speech = onFloor(stream.records.of('speech').value)?.[1];
  if (!speech) {
    return <p class="quiet small">{t().speaking.nobody}</p>;
  }
  const own = speech.user === user.value;
  const about = aboutWords(stream, speech);
  return (
    <div class={`floor${own ? ' own' : ''}`}>
      <p class="floor-label">
        {own && speech.state === 'speaking' ? t().voices.yourTurn[speech.kind] : nowWords(speech)}
      </p>
      <Person stream={stream} user={speech.user} detail />
      {about && <p class="small floor-about">{about}</p>}
      {speech.subject && <p class="small quiet">{speech.subject}</p>}
      <SpeakerClock speech={speech} />
    </div>
  );
}

/** Question time is listed only while there is any. */
function Queue({ queue }: { queue: QueueName }) {
  const { stream, user } = useRoom();
  const [open, setOpen] = useState(false);
  const { records } = stream;
  const row = records.row('queue', queue);
  const entries = waiting(records.of('speech').value, ordersOf(records).value.get(queue));
  if (!row || (queue === 'questions' && row.state === 'closed' && entries.length === 0)) {
    return null;
  }
  return (
    <details class="queue" open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t().voices.list(t().voices.queues[queue], entries.length)}</summary>
      <p class="quiet small">{orderWords(row)}</p>
      {open && (
        <ol class="queue-list">
          {entries.map(([id, speech], index) => (
            <li key={id} class={speech.user === user.value ? 'own' : ''}>
              <span class="queue-place figures">{index + 1}</span>
              <span>
                <Person stream={stream} user={speech.user} />
                <span class="quiet small queue-subject">
                  {[aboutWords(stream, speech), speech.subject].filter(Boolean).join(': ')}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}

/** Everything the person waits for: the place, why, and the way back. */
function Own() {
  const { stream, user } = useRoom();
  const { records } = stream;
  const places = placesOf(user.value, records.of('speech').value, ordersOf(records).value);
  const kept = useKeptFocus<HTMLDivElement>();
  return (
    <div {...kept} class="own-place">
      <div role="status" class="own-requests">
        {places.map(place => (
          <Waiting key={place.speech} place={place} />
        ))}
      </div>
    </div>
  );
}

function Waiting({ place: { speech, queue, place, before } }: { place: Place }) {
  const { stream } = useRoom();
  const row = stream.records.row('speech', speech);
  const gate = stream.records.row('queue', queue)?.state;
  if (!row) {
    return null;
  }
  const about = row.kind === 'speech' ? '' : `${aboutWords(stream, row)}. `;
  return (
    <div class="own-request">
      <p>{placeWords(place, before)}</p>
      <p class="quiet small">
        {about}
        {t().speaking.requested(time(row.requested_at))}.
        {gate === 'paused' && ` ${t().voices.queuePaused[queue]}`}
      </p>
      <Button
        kind="quiet"
        size="small"
        icon="x"
        onClick={() => act(stream.id, { type: 'speech.withdraw', speech })}
      >
        {t().speaking.withdraw}
      </Button>
    </div>
  );
}
