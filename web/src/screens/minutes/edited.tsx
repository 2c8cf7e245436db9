import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { type Comparison, countsOf, type Row } from '../../rules/changes';
import { csrfToken, NetworkLost, refusal, sentence } from '../../sync/api';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Empty, Loading } from '../../ui/waiting';
import { Rows } from '../changes/rows';
import '../changes/changes.css';

/** Minutes that somebody edited in Word, beside what the record says: each change in words. */
export function EditedButton({ stream }: { stream: Stream }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="fileText" onClick={() => setOpen(true)}>
        {t().edited.open}
      </Button>
      {open && <EditedDialog stream={stream} onClose={() => setOpen(false)} />}
    </>
  );
}

type State =
  | { is: 'idle' | 'working' }
  | { is: 'failed'; why: string }
  | { is: 'compared'; name: string; rows: Row[] };

function EditedDialog({ stream, onClose }: { stream: Stream; onClose: () => void }) {
  const [state, setState] = useState<State>({ is: 'idle' });
  const field = useRef<HTMLInputElement>(null);
  const words = t().edited;
  const send = async (file: File | undefined) => {
    if (!file) {
      return;
    }
    setState({ is: 'working' });
    try {
      setState({ is: 'compared', name: file.name, rows: await compare(stream.id, file) });
    } catch (error) {
      setState({ is: 'failed', why: sentence(error) });
    }
  };
  return (
    <Dialog heading={words.heading} shape="page" onClose={onClose}>
      <div class="stack">
        <p class="quiet">{words.hint}</p>
        <div>
          <Button kind="primary" icon="upload" onClick={() => field.current?.click()}>
            {words.choose}
          </Button>
          <input
            ref={field}
            type="file"
            accept=".docx"
            hidden
            aria-label={words.choose}
            onChange={event => {
              void send(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </div>
        <div aria-live="polite">
          {state.is === 'working' && <Loading word={words.working} />}
          {state.is === 'failed' && <p class="form-error">{state.why}</p>}
          {state.is === 'compared' && <Compared stream={stream} name={state.name} rows={state.rows} />}
        </div>
      </div>
    </Dialog>
  );
}

function Compared({ stream, name, rows }: { stream: Stream; name: string; rows: Row[] }) {
  const counts = countsOf(rows);
  if (counts.length === 0) {
    return <Empty icon="circleCheck">{t().edited.none}</Empty>;
  }
  const told = counts.map(([kind, count]) => `${t().changes.kinds[kind]} ${count}`).join(' · ');
  return (
    <>
      <p class="small">{`${name}: ${told}`}</p>
      <Rows stream={stream} fresh="" old="" rows={rows} side={false} all={false} at={0} />
    </>
  );
}

/** Raises Refusal or NetworkLost. Pages are left out: neither file can be opened at them here. */
async function compare(stream: string, file: File): Promise<Row[]> {
  const headers = { 'Accept-Language': document.documentElement.lang || 'vi', 'X-CSRF-Token': csrfToken() };
  const path = `/api/streams/${stream}/official/minutes/edited`;
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', headers, body: file, credentials: 'same-origin' });
  } catch (error) {
    throw new NetworkLost(t().link.lostShort, { cause: error });
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw refusal(response.status, answer);
  }
  return (answer as Comparison).rows.map(row => ({ ...row, old: null, new: null }));
}
