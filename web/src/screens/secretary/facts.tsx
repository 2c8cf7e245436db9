import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MeetingRecord } from '../../records';
import { dateField, momentOf, timeField } from '../../rules/moments';
import { longDate, time } from '../../rules/time';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { FormDialog, tell } from './form-dialog';
import { KindChoice, kindName } from './kind-choice';

/** Title, place and time of the meeting, and a form to change them until it has ended. */
export function Facts({ stream }: { stream: Stream }) {
  const [editing, setEditing] = useState(false);
  const meeting = stream.records.row('meeting', stream.id);
  if (!meeting) {
    return null;
  }
  return (
    <Card label={t().desk.facts}>
      <div class="row apart">
        <h2>{meeting.title}</h2>
        {meeting.state !== 'ended' && (
          <Button icon="pencil" size="small" onClick={() => setEditing(true)}>
            {t().common.edit}
          </Button>
        )}
      </div>
      <p class="quiet">
        {[kindName(meeting.kind), meeting.parent_agency, meeting.agency].filter(Boolean).join(' · ')}
      </p>
      <p>
        {time(meeting.starts_at)} · {longDate(meeting.starts_at)} · {meeting.place}
      </p>
      {editing && <Editor stream={stream} meeting={meeting} onClose={() => setEditing(false)} />}
    </Card>
  );
}

interface EditorProps {
  stream: Stream;
  meeting: MeetingRecord;
  onClose: () => void;
}

function Editor({ stream, meeting, onClose }: EditorProps) {
  const [title, setTitle] = useState(meeting.title);
  const [place, setPlace] = useState(meeting.place);
  const [date, setDate] = useState(dateField(meeting.starts_at));
  const [clock, setClock] = useState(timeField(meeting.starts_at));
  const [kind, setKind] = useState(meeting.kind);
  const submit = async () => {
    const starts_at = momentOf(date, clock);
    if (Number.isNaN(starts_at)) {
      return t().desk.momentWrong;
    }
    const facts = { title: title.trim(), place: place.trim(), starts_at, kind };
    return tell(stream.id, { type: 'meeting.update', ...facts });
  };
  return (
    <FormDialog heading={t().desk.facts} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <Field label={t().desk.title} value={title} onValue={setTitle} maxLength={300} required />
      <KindChoice kind={kind} onKind={setKind} />
      <Field label={t().desk.place} value={place} onValue={setPlace} maxLength={300} required />
      <Moment date={date} clock={clock} onDate={setDate} onClock={setClock} />
    </FormDialog>
  );
}

interface MomentProps {
  date: string;
  clock: string;
  onDate: (date: string) => void;
  onClock: (clock: string) => void;
}

/** Date and time in the city's own time zone. */
export function Moment({ date, clock, onDate, onClock }: MomentProps) {
  return (
    <div class="two-fields">
      <Field label={t().desk.date} type="date" value={date} onValue={onDate} required />
      <Field label={t().desk.time} type="time" value={clock} onValue={onClock} required />
    </div>
  );
}
