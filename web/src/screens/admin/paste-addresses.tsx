import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { type AddressLine, readAddresses } from '../../rules/addresses';
import { say } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { TextArea } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';

const MOST_SHOWN = 8;

/** Addresses of many people at once; what cannot be used is said before anything is saved. */
export function PasteAddresses({ stream, onClose }: { stream: Stream; onClose: () => void }) {
  const [text, setText] = useState('');
  const [done, setDone] = useState(0);
  const users = stream.records.of('user').value;
  const known = [...users].filter(([, user]) => user.active).map(([id, user]) => ({ id, ...user }));
  const lines = readAddresses(text, known);
  const good = lines.filter(({ user, address }) => user && users.get(user)?.email !== address);
  const words = t().addresses;
  const submit = async () => {
    if (good.length === 0) {
      return words.nothing;
    }
    for (const [place, { user, address }] of good.entries()) {
      const { name, title, unit, role, active } = users.get(user!)!;
      const facts = { name, title, unit, role, active, email: address };
      const fault = await tell(stream.id, { type: 'user.update', user: user!, ...facts });
      if (fault) {
        return fault;
      }
      setDone(place + 1);
    }
    say(words.saved(good.length));
    return '';
  };
  return (
    <FormDialog
      heading={words.paste}
      act={words.act(good.length)}
      shape="page"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea label={words.field} hint={words.hint} value={text} onValue={setText} rows={8} />
      <Preview lines={lines} good={good.length} />
      <p class="small" role="status">
        {done > 0 && words.progress(done, done + good.length)}
      </p>
    </FormDialog>
  );
}

function Preview({ lines, good }: { lines: readonly AddressLine[]; good: number }) {
  const words = t().addresses;
  const bad = lines.filter(line => line.fault);
  return (
    <div class="stack small" role="status">
      {lines.length > 0 && <p>{words.good(good)}</p>}
      {bad.length > 0 && (
        <ul>
          {bad.slice(0, MOST_SHOWN).map(({ said, fault }) => (
            <li key={said}>{words.line(said, words.faults[fault!])}</li>
          ))}
          {bad.length > MOST_SHOWN && <li>{words.more(bad.length - MOST_SHOWN)}</li>}
        </ul>
      )}
    </div>
  );
}
