import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { type ListLine, readSeatList } from '../../rules/seat-list';
import { places } from '../../rules/seats';
import { get, sentence } from '../../sync/api';
import type { Stream } from '../../sync/stream';
import { TextArea } from '../../ui/field';
import { FormDialog, tell } from './form-dialog';

export interface SeatsDialogProps {
  stream: Stream;
  rows: readonly string[];
  onClose: () => void;
}

const MOST_SHOWN = 8;

/** A list from elsewhere: what can be used and what cannot is said before anything is saved. */
export function PasteSeats({ stream, rows, onClose }: SeatsDialogProps) {
  const [text, setText] = useState('');
  const [logins, setLogins] = useState<Record<string, string>>({});
  const [error, setError] = useState('');
  useEffect(() => {
    get<{ logins: Record<string, string> }>(`/api/streams/${encodeURIComponent(stream.id)}/logins`).then(
      answer => setLogins(answer.logins),
      failure => setError(sentence(failure)),
    );
  }, [stream.id]);
  const members = stream.records.of('member').value;
  const seats = stream.records.of('seat').value;
  const lines = useMemo(() => {
    const held = new Map([...seats].map(([user, { seat }]) => [seat, user] as const));
    const known = new Set(places(rows).map(({ name }) => name));
    return readSeatList(text, { members, logins, seats: known, held });
  }, [text, members, logins, seats, rows]);
  const good = lines.flatMap(({ user, seat }) => (user ? [{ user, seat }] : []));
  const texts = t().seating;
  const submit = async () =>
    good.length > 0 ? tell(stream.id, { type: 'seating.assign', seats: good }) : texts.pasteNothing;
  return (
    <FormDialog
      heading={texts.paste}
      act={texts.pasteAct(good.length)}
      shape="page"
      onSubmit={submit}
      onClose={onClose}
    >
      {error && <p class="form-error">{error}</p>}
      <TextArea label={texts.pasteField} hint={texts.pasteHint} value={text} onValue={setText} rows={8} />
      <Preview lines={lines} good={good.length} />
    </FormDialog>
  );
}

function Preview({ lines, good }: { lines: readonly ListLine[]; good: number }) {
  const texts = t().seating;
  const bad = lines.filter(line => line.fault);
  return (
    <div class="stack small" role="status">
      {lines.length > 0 && <p>{texts.pasteGood(good)}</p>}
      {bad.length > 0 && (
        <>
          <p class="form-error">{texts.pasteBad(bad.length)}</p>
          <ul>
            {bad.slice(0, MOST_SHOWN).map(({ number, said, fault }) => (
              <li key={number}>{texts.pasteLine(number, said, texts.faults[fault!])}</li>
            ))}
            {bad.length > MOST_SHOWN && <li>{texts.moreFaults(bad.length - MOST_SHOWN)}</li>}
          </ul>
        </>
      )}
    </div>
  );
}
