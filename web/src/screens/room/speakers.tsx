import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { placeOf, speaking, waiting } from '../../rules/queue';
import { time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { MAY } from '../../wire';
import { Person } from '../parts/person';
import { SpeakerClock } from '../parts/speaker-clock';
import { useRoom } from './state';
import './speakers.css';

/** Who has the floor and for how long, who waits, and the own request. */
export function Speakers() {
  return (
    <Card label={t().speaking.heading}>
      <Floor />
      <Queue />
      <Own />
    </Card>
  );
}

function Floor() {
  const room = useRoom();
  const speech = speaking(room.stream.records.of('speech').value)?.[1];
  if (!speech) {
    return <p class="quiet small">{t().speaking.nobody}</p>;
  }
  const own = speech.user === room.user.value;
  return (
    <div class={`floor${own ? ' own' : ''}`}>
      <p class="floor-label">{own ? t().speaking.yourTurn : t().speaking.now}</p>
      <Person stream={room.stream} user={speech.user} detail />
      {speech.subject && <p class="small quiet">{speech.subject}</p>}
      {speech.deadline !== null && <SpeakerClock deadline={speech.deadline} />}
    </div>
  );
}

function Queue() {
  const room = useRoom();
  const entries = waiting(room.stream.records.of('speech').value);
  return (
    <details class="queue">
      <summary>{t().speaking.queue(entries.length)}</summary>
      {entries.length === 0 && <p class="quiet small">{t().speaking.empty}</p>}
      <ol class="queue-list">
        {entries.map(([id, speech], index) => (
          <li key={id} class={speech.user === room.user.value ? 'own' : ''}>
            <span class="queue-place figures">{index + 1}</span>
            <span>
              <Person stream={room.stream} user={speech.user} />
              {speech.subject && <span class="quiet small queue-subject">{speech.subject}</span>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Register with a subject, see the own place and why, withdraw. */
function Own() {
  const room = useRoom();
  const { records } = room.stream;
  const place = placeOf(room.user.value, records.of('speech').value);
  const meeting = records.row('meeting', room.stream.id);
  const role = room.stream.role.value ?? 'guest';
  if (!MAY['speech.request'].includes(role) || meeting?.state === 'ended') {
    return null;
  }
  if (speaking(records.of('speech').value)?.[1].user === room.user.value) {
    return null;
  }
  if (place) {
    return <Waiting speech={place.speech} said={t().speaking.place(place.place, place.before)} />;
  }
  return meeting?.queue_open ? <Register /> : <p class="quiet small">{t().speaking.closed}</p>;
}

function Waiting({ speech, said }: { speech: string; said: string }) {
  const { stream } = useRoom();
  const requested = stream.records.row('speech', speech)?.requested_at ?? 0;
  return (
    <div class="own-request">
      <p>{said}</p>
      <p class="quiet small">
        {t().speaking.requested(time(requested))}. {t().speaking.order}
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

function Register() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" wide icon="hand" onClick={() => setOpen(true)}>
        {t().speaking.request}
      </Button>
      {open && <RegisterDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** One name for the request as long as the dialog is open: trying again after a lost network asks once. */
function RegisterDialog({ onClose }: { onClose: () => void }) {
  const { stream } = useRoom();
  const [subject, setSubject] = useState('');
  const [speech] = useState(newId);
  const register = async () => {
    if (await act(stream.id, { type: 'speech.request', speech, subject: subject.trim() }, speech)) {
      onClose();
    }
  };
  return (
    <Dialog heading={t().speaking.request} onClose={onClose}>
      <Field label={t().speaking.subject} value={subject} onValue={setSubject} maxLength={300} />
      <footer class="dialog-foot">
        <Button onClick={onClose}>{t().common.cancel}</Button>
        <Button kind="primary" icon="hand" onClick={register}>
          {t().speaking.request}
        </Button>
      </footer>
    </Dialog>
  );
}
