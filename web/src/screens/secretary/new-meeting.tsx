import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { go } from '../../route';
import { dateField, endOf, momentOf, timeField } from '../../rules/moments';
import { post } from '../../sync/api';
import { serverNow } from '../../sync/clock';
import { newId } from '../../sync/ids';
import { me } from '../../sync/session';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import type { MeetingKind } from '../../wire';
import { Clashes } from '../plans/clashes';
import { EVERYTHING, SourceChoice, type Taken } from '../plans/source-choice';
import { newItems, type Told } from '../plans/sources';
import { Moment } from './facts';
import { FormDialog, faultOf } from './form-dialog';
import { KindChoice } from './kind-choice';

const DAY = 86_400_000;
const MORNING = '08:00';
const NOON = '11:00';

/** For those who may found meetings: the button and its form. */
export function NewMeeting() {
  const [open, setOpen] = useState(false);
  const role = me.value?.user.role;
  if (role !== 'secretary' && role !== 'administrator') {
    return null;
  }
  return (
    <>
      <Button kind="primary" icon="plus" onClick={() => setOpen(true)}>
        {t().desk.newMeeting}
      </Button>
      {open && <Form onClose={() => setOpen(false)} />}
    </>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const [meeting] = useState(meetingId);
  const [title, setTitle] = useState('');
  const [place, setPlace] = useState('');
  const [date, setDate] = useState(() => dateField(serverNow() + DAY));
  const [clock, setClock] = useState(MORNING);
  const [end, setEnd] = useState(NOON);
  const [agency, setAgency] = useState(me.value?.office.name ?? '');
  const [parent, setParent] = useState('');
  const [kind, setKind] = useState<MeetingKind>('conference');
  const [told, setTold] = useState<Told | null>(null);
  const [taken, setTaken] = useState(EVERYTHING);
  const takeOver = (from: Told | null) => {
    setTold(from);
    if (from) {
      setPlace(from.plan.place);
      setAgency(from.plan.agency);
      setParent(from.plan.parent_agency);
      setKind(from.plan.kind);
      setEnd(timeField((momentOf(date, clock) || serverNow()) + from.plan.length));
    }
  };
  const submit = async () => {
    const starts_at = momentOf(date, clock);
    if (Number.isNaN(starts_at)) {
      return t().desk.momentWrong;
    }
    const facts = {
      title: title.trim(),
      place: place.trim(),
      agency: agency.trim(),
      parent_agency: parent.trim(),
      kind,
      ends_at: endOf(date, end, starts_at),
      ...(told && partsOf(told, taken)),
    };
    const fault = await faultOf(post('/api/meetings', { meeting, starts_at, ...facts }, meeting));
    if (!fault) {
      go(`/meeting/${meeting}/desk`);
    }
    return fault;
  };
  return (
    <FormDialog heading={t().desk.newMeeting} act={t().desk.create} onSubmit={submit} onClose={onClose}>
      <p class="small quiet">{t().desk.newMeetingHint}</p>
      <SourceChoice told={told} taken={taken} onTold={takeOver} onTaken={setTaken} />
      <Field label={t().desk.title} value={title} onValue={setTitle} maxLength={300} required />
      <KindChoice kind={kind} onKind={setKind} />
      <Field label={t().desk.place} value={place} onValue={setPlace} maxLength={300} required />
      <Moment date={date} clock={clock} onDate={setDate} onClock={setClock} end={end} onEnd={setEnd} />
      {!Number.isNaN(momentOf(date, clock)) && (
        <Clashes
          starts_at={momentOf(date, clock)}
          ends_at={endOf(date, end, momentOf(date, clock))}
          place={place}
          hall={told && taken.hall ? (told.plan.hall ?? '') : ''}
          users={told && taken.members ? told.plan.members.map(({ user }) => user) : []}
        />
      )}
      <Field label={t().desk.agency} value={agency} onValue={setAgency} maxLength={300} required />
      <Field label={t().desk.parentAgency} value={parent} onValue={setParent} maxLength={300} />
    </FormDialog>
  );
}

function partsOf({ plan }: Told, taken: Taken) {
  return {
    items: taken.items ? newItems(plan) : [],
    members: taken.members ? plan.members : [],
    hall: taken.hall ? plan.hall : null,
  };
}

/** Letters and digits only: the name of a meeting stands in addresses and codes. */
function meetingId(): string {
  return `m${newId().replace(/[^A-Za-z0-9]/g, '')}`;
}
