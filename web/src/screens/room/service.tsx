import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ServiceRecord } from '../../records';
import { openCalls } from '../../rules/service';
import { time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import '../parts/answer.css';
import { FormDialog, tell } from '../secretary/form-dialog';
import { useRaise, useRoom } from './state';

const KINDS = ['water', 'paper', 'technician', 'other'] as const satisfies readonly ServiceRecord['kind'][];

export function whatIs({ kind, text }: ServiceRecord): string {
  return kind === 'other' ? text : t().service.kinds[kind];
}

/** Two taps to call for water, paper or a technician; what was called stands here until it is done. */
export function ServiceCalls() {
  const { stream, user } = useRoom();
  const raise = useRaise();
  const mine = openCalls(stream.records.of('service').value).filter(([, call]) => call.user === user.value);
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  if (ended || stream.role.value === 'screen') {
    return null;
  }
  return (
    <div class="stack">
      {mine.map(([id, call]) => (
        <div class="answer-said" key={id}>
          <p class="small" role="status">
            {t().service.waiting(whatIs(call), time(call.at))}
          </p>
          <Button
            size="small"
            kind="quiet"
            icon="x"
            label={t().service.withdrawOf(whatIs(call))}
            onClick={() => act(stream.id, { type: 'service.done', call: id })}
          >
            {t().service.withdraw}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        kind="quiet"
        icon="hand"
        onClick={() => raise(close => <Ask stream={stream.id} onClose={close} />)}
      >
        {t().service.heading}
      </Button>
    </div>
  );
}

/** One name for the call as long as the form is open: trying again after a lost network calls once. */
function Ask({ stream, onClose }: { stream: string; onClose: () => void }) {
  const [kind, setKind] = useState<ServiceRecord['kind']>('water');
  const [text, setText] = useState('');
  const [call] = useState(newId);
  const submit = () =>
    tell(stream, { type: 'service.call', call, kind, text: kind === 'other' ? text.trim() : '' });
  return (
    <FormDialog heading={t().service.heading} act={t().service.send} onSubmit={submit} onClose={onClose}>
      <fieldset class="standings">
        <legend class="visually-hidden">{t().service.ask}</legend>
        {KINDS.map(name => (
          <label key={name} class="standing">
            <input type="radio" name="service" checked={kind === name} onChange={() => setKind(name)} />
            <span>{t().service.kinds[name]}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'other' && (
        <Field label={t().service.text} value={text} onValue={setText} maxLength={300} required />
      )}
    </FormDialog>
  );
}
