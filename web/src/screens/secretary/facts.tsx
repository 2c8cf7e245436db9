import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MeetingRecord } from '../../records';
import { plannedEnd } from '../../rules/letters';
import { dateField, endOf, momentOf, timeField } from '../../rules/moments';
import { longDate, time } from '../../rules/time';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { Clashes } from '../plans/clashes';
import { SaveTemplate } from '../plans/save-template';
import { CallOff } from './call-off';
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
          <div class="row">
            <SaveTemplate stream={stream} title={meeting.title} />
            {meeting.state === 'prepared' && <CallOff stream={stream} title={meeting.title} />}
            <Button icon="pencil" size="small" onClick={() => setEditing(true)}>
              {t().common.edit}
            </Button>
          </div>
        )}
      </div>
      {meeting.state === 'prepared' && <Standing stream={stream} meeting={meeting} />}
      {meeting.called_off && <p role="status">{t().letters.calledOffBecause(meeting.called_off)}</p>}
      <p class="quiet">
        {[kindName(meeting.kind), meeting.parent_agency, meeting.agency].filter(Boolean).join(' · ')}
      </p>
      <p>
        {t().letters.until(time(meeting.starts_at), time(plannedEnd(meeting)))} ·{' '}
        {longDate(meeting.starts_at)} · {meeting.place}
      </p>
      {editing && <Editor stream={stream} meeting={meeting} onClose={() => setEditing(false)} />}
    </Card>
  );
}

/** What the meeting as it is planned meets at its time. */
function Standing({ stream, meeting }: { stream: Stream; meeting: MeetingRecord }) {
  const users = [...stream.records.of('member').value.keys()];
  return (
    <Clashes
      starts_at={meeting.starts_at}
      ends_at={plannedEnd(meeting)}
      place={meeting.place}
      users={users}
      meeting={stream.id}
    />
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
  const [end, setEnd] = useState(timeField(plannedEnd(meeting)));
  const [kind, setKind] = useState(meeting.kind);
  const submit = async () => {
    const starts_at = momentOf(date, clock);
    if (Number.isNaN(starts_at)) {
      return t().desk.momentWrong;
    }
    const facts = {
      title: title.trim(),
      place: place.trim(),
      starts_at,
      ends_at: endOf(date, end, starts_at),
      kind,
    };
    return tell(stream.id, { type: 'meeting.update', ...facts });
  };
  return (
    <FormDialog heading={t().desk.facts} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <Field label={t().desk.title} value={title} onValue={setTitle} maxLength={300} required />
      <KindChoice kind={kind} onKind={setKind} />
      <Field label={t().desk.place} value={place} onValue={setPlace} maxLength={300} required />
      <Moment date={date} clock={clock} onDate={setDate} onClock={setClock} end={end} onEnd={setEnd} />
      {!Number.isNaN(momentOf(date, clock)) && (
        <Clashes
          starts_at={momentOf(date, clock)}
          ends_at={endOf(date, end, momentOf(date, clock))}
          place={place}
          users={[...stream.records.of('member').value.keys()]}
          meeting={stream.id}
        />
      )}
    </FormDialog>
  );
}

interface MomentProps {
  date: string;
  clock: string;
  onDate: (date: string) => void;
  onClock: (clock: string) => void;
  end: string;
  onEnd: (end: string) => void;
}

/** Date and time in the city's own time zone. */
export function Moment({ date, clock, onDate, onClock, end, onEnd }: MomentProps) {
  return (
    <>
      <Field label={t().desk.date} type="date" value={date} onValue={onDate} required />
      <div class="two-fields">
        <Field label={t().desk.time} type="time" value={clock} onValue={onClock} required />
        <Field label={t().letters.endTime} type="time" value={end} onValue={onEnd} required />
      </div>
    </>
  );
}
