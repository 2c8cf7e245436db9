import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { PaperRequestRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { dateField, momentOf } from '../../rules/moments';
import { placesOf } from '../../rules/packet';
import { byDeadline } from '../../rules/paper-requests';
import { nameable, unitsOf } from '../../rules/secrecy';
import { act } from '../../sync/cabinet';
import { serverNow } from '../../sync/clock';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Confirm } from '../../ui/dialog';
import { Choice, Field, TextArea } from '../../ui/field';
import { RequestStandings } from '../parts/asked-papers';
import { HandIn } from '../parts/hand-in';
import { nameOf } from '../parts/person';
import { RequestWords } from '../parts/request-words';
import { FormDialog, tell } from './form-dialog';
import { faultOfSecrecy, OPEN, readersOf, SecretChoice } from './secret-choice';
import { UploadLine } from './upload-line';
import { uploads } from './uploads';
import '../../styles/papers.css';

type Open = { what: 'ask' } | { what: 'back' | 'withdraw'; entry: Entry<PaperRequestRecord> } | null;

const DAY = 86_400_000;

/** Papers that units and people were asked for: what has come, what is late, and the secretary's word on it. */
export function PaperRequests({ stream }: { stream: Stream }) {
  const [open, setOpen] = useState<Open>(null);
  const changeable = stream.records.row('meeting', stream.id)?.state !== 'ended';
  const requests = byDeadline(stream.records.of('paper_request').value);
  const texts = t().requests;
  return (
    <Card label={texts.heading}>
      <div class="paper-group-head">
        <h2>{texts.heading}</h2>
        {changeable && (
          <Button icon="plus" onClick={() => setOpen({ what: 'ask' })}>
            {texts.ask}
          </Button>
        )}
      </div>
      <RequestStandings requests={requests.map(([, request]) => request)} />
      {requests.length === 0 && <p class="small quiet">{texts.none}</p>}
      <ul class="lines">
        {requests.map(entry => (
          <li key={entry[0]} class="line paper-line">
            <div class="line-words">
              <p class="line-title">{entry[1].title}</p>
              <p class="small">{addresseeWords(stream, entry[1].addressee)}</p>
              <RequestWords stream={stream} request={entry[1]} />
              <Coming request={entry[0]} />
            </div>
            {changeable && <Acts stream={stream} entry={entry} onOpen={setOpen} />}
          </li>
        ))}
      </ul>
      {open && <Opened stream={stream} open={open} onClose={() => setOpen(null)} />}
    </Card>
  );
}

/** A file that is being handed in here in the unit's place. */
function Coming({ request }: { request: string }) {
  const coming = uploads.value.find(upload => upload.request === request && upload.state !== 'arrived');
  return coming ? (
    <ul>
      <UploadLine upload={coming} />
    </ul>
  ) : null;
}

function addresseeWords(stream: Stream, addressee: string): string {
  const [kind, name = ''] = [addressee.slice(0, 4), addressee.slice(5)];
  return kind === 'user' ? nameOf(stream, name) : t().requests.unit(name);
}

interface ActsProps {
  stream: Stream;
  entry: Entry<PaperRequestRecord>;
  onOpen: (open: Open) => void;
}

function Acts({ stream, entry, onOpen }: ActsProps) {
  const [id, request] = entry;
  const texts = t().requests;
  const named = (word: string) => texts.named(word, request.title);
  const version = stream.records.row('paper', request.paper)?.version;
  const ready = stream.records.row('version', version)?.state === 'ready';
  if (request.state === 'approved') {
    return null;
  }
  return (
    <div class="line-acts">
      {request.state === 'submitted' && (
        <>
          <a
            class="button small"
            href={`#/meeting/${stream.id}/room/${request.paper}`}
            aria-label={named(texts.read)}
          >
            {texts.read}
          </a>
          <Button
            size="small"
            kind="primary"
            icon="check"
            label={named(texts.approve)}
            disabled={!ready}
            onClick={() => act(stream.id, { type: 'request.approve', request: id })}
          >
            {texts.approve}
          </Button>
          <Button
            size="small"
            icon="rotateCcw"
            label={named(texts.sendBack)}
            onClick={() => onOpen({ what: 'back', entry })}
          >
            {texts.sendBack}
          </Button>
        </>
      )}
      <HandIn stream={stream.id} id={id} request={request} word={texts.instead} kind="plain" />
      <Button
        size="small"
        kind="quiet"
        icon="trash2"
        label={named(texts.withdraw)}
        onClick={() => onOpen({ what: 'withdraw', entry })}
      >
        {texts.withdraw}
      </Button>
    </div>
  );
}

function Opened({ stream, open, onClose }: { stream: Stream; open: NonNullable<Open>; onClose: () => void }) {
  const texts = t().requests;
  if (open.what === 'ask') {
    return <Ask stream={stream} onClose={onClose} />;
  }
  const [id, { title }] = open.entry;
  if (open.what === 'back') {
    return <SendBack stream={stream} request={id} title={title} onClose={onClose} />;
  }
  return (
    <Confirm
      question={texts.withdrawQuestion(title)}
      detail={texts.withdrawDetail}
      act={texts.withdraw}
      kind="stop"
      onConfirm={() => act(stream.id, { type: 'request.withdraw', request: id })}
      onClose={onClose}
    />
  );
}

interface SendBackProps {
  stream: Stream;
  request: string;
  title: string;
  onClose: () => void;
}

function SendBack({ stream, request, title, onClose }: SendBackProps) {
  const [reason, setReason] = useState('');
  const texts = t().requests;
  const submit = () => tell(stream.id, { type: 'request.return', request, reason: reason.trim() });
  return (
    <FormDialog
      heading={texts.sendBackQuestion(title)}
      act={texts.sendBack}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea label={texts.reason} value={reason} onValue={setReason} maxLength={300} rows={3} required />
    </FormDialog>
  );
}

/** Due in a week at five in the afternoon, if nothing else is chosen. */
function Ask({ stream, onClose }: { stream: Stream; onClose: () => void }) {
  const { records } = stream;
  const places = placesOf(records.of('item').value, records.of('paper_group').value);
  const units = unitsOf(records.of('member').value);
  const people = nameable(records.of('member').value);
  const [request] = useState(newId);
  const [title, setTitle] = useState('');
  const [item, setItem] = useState(places[0]?.id ?? '');
  const choices = [
    ...units.map(([unit]) => [`unit:${unit}`, t().requests.unit(unit)] as const),
    ...people.map(([user, { name }]) => [`user:${user}`, name] as const),
  ];
  const [addressee, setAddressee] = useState<string>(choices[0]?.[0] ?? '');
  const [day, setDay] = useState(dateField(serverNow() + 7 * DAY));
  const [clock, setClock] = useState('17:00');
  const [secrecy, setSecrecy] = useState(OPEN);
  const texts = t().requests;
  const submit = async () => {
    const deadline = momentOf(day, clock);
    const fault = Number.isNaN(deadline) ? t().desk.momentWrong : faultOfSecrecy(secrecy);
    const asked = { request, item, title: title.trim(), addressee, deadline, readers: readersOf(secrecy) };
    return fault || tell(stream.id, { type: 'request.ask', ...asked });
  };
  return (
    <FormDialog heading={texts.askHeading} act={texts.ask} onSubmit={submit} onClose={onClose}>
      <TextArea label={texts.what} value={title} onValue={setTitle} maxLength={300} rows={2} required />
      <Choice label={texts.whom} value={addressee} choices={choices} onValue={setAddressee} />
      <Choice
        label={t().paperWork.place}
        value={item}
        choices={places.map(
          ({ id, title, number }) =>
            [id, number ? `${number}. ${title}` : t().paperWork.group(title)] as const,
        )}
        onValue={setItem}
      />
      <div class="two-fields">
        <Field label={texts.date} type="date" value={day} onValue={setDay} required />
        <Field label={texts.clock} type="time" value={clock} onValue={setClock} required />
      </div>
      <SecretChoice stream={stream} value={secrecy} onValue={setSecrecy} />
    </FormDialog>
  );
}
