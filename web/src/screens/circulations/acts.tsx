import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { CirculationRecord } from '../../records';
import { dateField, momentOf, timeField } from '../../rules/moments';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';
import { When } from './when';

/** Stops a circulation, or drops a draft, with the reason. */
export function WithdrawButton({ stream, draft = false }: { stream: Stream; draft?: boolean }) {
  const words = t().circulationDesk;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const word = draft ? words.discard : words.withdraw;
  const submit = () => tell(stream.id, { type: 'circulation.withdraw', reason: reason.trim() });
  return (
    <>
      <Button kind="quiet" icon="trash2" onClick={() => setOpen(true)}>
        {word}
      </Button>
      {open && (
        <FormDialog heading={word} act={word} kind="stop" onSubmit={submit} onClose={() => setOpen(false)}>
          <p>{draft ? words.withdrawDraftHint : words.withdrawHint}</p>
          <Field label={words.reason} value={reason} onValue={setReason} maxLength={300} required />
        </FormDialog>
      )}
    </>
  );
}

const DAY = 86_400_000;

export function ExtendButton({ stream, row }: { stream: Stream; row: CirculationRecord }) {
  const words = t().circulationDesk;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [date, setDate] = useState(dateField(row.deadline + DAY));
  const [clock, setClock] = useState(timeField(row.deadline));
  const submit = async () => {
    const deadline = momentOf(date, clock);
    return Number.isNaN(deadline)
      ? t().desk.momentWrong
      : tell(stream.id, { type: 'circulation.extend', deadline, reason: reason.trim() });
  };
  return (
    <>
      <Button icon="timer" onClick={() => setOpen(true)}>
        {words.extend}
      </Button>
      {open && (
        <FormDialog
          heading={words.extend}
          act={words.extend}
          onSubmit={submit}
          onClose={() => setOpen(false)}
        >
          <p class="small quiet">{words.extendHint}</p>
          <When date={date} clock={clock} onDate={setDate} onClock={setClock} />
          <Field label={words.reason} value={reason} onValue={setReason} maxLength={300} required />
        </FormDialog>
      )}
    </>
  );
}

interface AskOnceProps {
  stream: Stream;
  word: string;
  question: string;
  detail: string;
  type: 'circulation.close' | 'circulation.publish';
}

/** A step that cannot be taken back. */
export function AskOnce({ stream, word, question, detail, type }: AskOnceProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="primary" icon="circleCheck" wide onClick={() => setOpen(true)}>
        {word}
      </Button>
      {open && (
        <Confirm
          question={question}
          detail={detail}
          act={word}
          onConfirm={() => act(stream.id, { type })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
