import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MinutesCorrectionRecord } from '../../records';
import { moment } from '../../rules/time';
import { act } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Confirm } from '../../ui/dialog';
import { Field, TextArea } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';
import type { Block, Draft } from './draft';

/** Who has confirmed the minutes; once chair and secretary have, they are locked and only corrected. */
export function Seal({ stream, draft }: { stream: Stream; draft: Draft }) {
  const [asking, setAsking] = useState(false);
  const seal = stream.records.row('minutes_seal', stream.id);
  const words = t().minutesWork;
  const role = stream.role.value;
  const off = Boolean(stream.records.row('meeting', stream.id)?.called_off);
  if ((draft.state !== 'ended' || off) && !draft.locked_at) {
    return null;
  }
  const standing = seal?.digest === draft.digest ? seal : undefined;
  const own = role === 'chair' ? standing?.chair_at : standing?.secretary_at;
  return (
    <Card label={words.seal} tone={draft.locked_at ? 'good' : 'plain'}>
      <div class="row apart">
        <h2>{draft.locked_at ? words.locked(moment(draft.locked_at)) : words.seal}</h2>
        {!draft.locked_at && !own && (
          <Button kind="primary" icon="lock" onClick={() => setAsking(true)}>
            {words.confirm}
          </Button>
        )}
      </div>
      {draft.locked_at ? (
        <p class="small">{words.lockedHint}</p>
      ) : (
        <ul class="seal-list">
          <li>{words.by(words.chair, standing?.chair_at ? moment(standing.chair_at) : '')}</li>
          <li>{words.by(words.secretary, standing?.secretary_at ? moment(standing.secretary_at) : '')}</li>
        </ul>
      )}
      {seal && !standing && !draft.locked_at && <p class="small">{words.fallenAway}</p>}
      <p class="small quiet figures">{words.digest(draft.digest.slice(0, 16))}</p>
      {draft.locked_at && <Corrections stream={stream} draft={draft} />}
      {asking && (
        <Confirm
          question={words.confirmQuestion}
          detail={words.confirmDetail}
          act={words.confirm}
          onConfirm={() => act(stream.id, { type: 'minutes.confirm', digest: draft.digest })}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

function Corrections({ stream, draft }: { stream: Stream; draft: Draft }) {
  const [writing, setWriting] = useState(false);
  const rows = [...stream.records.of('minutes_correction').value].sort(([, a], [, b]) => a.at - b.at);
  const words = t().minutesWork;
  return (
    <>
      <ul class="seal-list">
        {rows.map(([id, row]) => (
          <Correction key={id} stream={stream} id={id} row={row} />
        ))}
      </ul>
      {stream.role.value === 'secretary' && (
        <Button icon="pencil" onClick={() => setWriting(true)}>
          {words.correct}
        </Button>
      )}
      {writing && <CorrectionForm stream={stream} blocks={draft.blocks} onClose={() => setWriting(false)} />}
    </>
  );
}

interface CorrectionProps {
  stream: Stream;
  id: string;
  row: MinutesCorrectionRecord;
}

function Correction({ stream, id, row }: CorrectionProps) {
  const words = t().minutesWork;
  return (
    <li>
      <p class="row apart">
        <strong>{row.number ? words.number(row.number) : words.proposed}</strong>
        <Badge icon={row.number ? 'check' : 'clock'} tone={row.number ? 'good' : 'warn'}>
          {moment(row.accepted_at ?? row.at)}
        </Badge>
      </p>
      <p class="small">{words.former(row.former)}</p>
      <p>{row.text}</p>
      <p class="small">{words.because(row.reason)}</p>
      {!row.number && (
        <div class="row">
          {stream.role.value === 'chair' && (
            <Button
              kind="primary"
              icon="check"
              onClick={() => act(stream.id, { type: 'minutes.accept', correction: id })}
            >
              {words.accept}
            </Button>
          )}
          <Button onClick={() => act(stream.id, { type: 'minutes.withdraw', correction: id })}>
            {words.withdraw}
          </Button>
        </div>
      )}
    </li>
  );
}

interface CorrectionFormProps {
  stream: Stream;
  blocks: Block[];
  onClose: () => void;
}

function CorrectionForm({ stream, blocks, onClose }: CorrectionFormProps) {
  const places = blocks.filter(block => block.text && block.kind !== 'heading');
  const [block, setBlock] = useState(places[0]?.id ?? '');
  const [text, setText] = useState(places[0]?.text ?? '');
  const [reason, setReason] = useState('');
  const [correction] = useState(newId);
  const words = t().minutesWork;
  const choose = (id: string) => {
    setBlock(id);
    setText(places.find(place => place.id === id)?.text ?? '');
  };
  const submit = () =>
    tell(stream.id, { type: 'minutes.correct', correction, block, text: text.trim(), reason: reason.trim() });
  return (
    <FormDialog heading={words.correct} act={words.propose} onSubmit={submit} onClose={onClose}>
      <div class="field">
        <label for="correction-place">{words.place}</label>
        <select id="correction-place" value={block} onChange={event => choose(event.currentTarget.value)}>
          {places.map(place => (
            <option key={place.id} value={place.id}>
              {place.text.slice(0, 90)}
            </option>
          ))}
        </select>
      </div>
      <TextArea label={words.corrected} value={text} onValue={setText} rows={5} maxLength={8000} required />
      <Field label={words.reason} value={reason} onValue={setReason} maxLength={300} required />
    </FormDialog>
  );
}
