import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { csrfToken, NetworkLost, refusal, sentence } from '../../sync/api';
import { Button } from '../../ui/button';

const PLAIN = /\.(txt|csv)$/i;

/** A list of names in a file: its lines are put where pasted ones would stand, to be looked over there. */
export function ListFile({ onText }: { onText: (text: string) => void }) {
  const words = t().peopleGroups;
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const take = async (file: File | undefined) => {
    if (!file) {
      return;
    }
    setFault('');
    setSaid(words.reading);
    try {
      const lines = PLAIN.test(file.name) ? (await file.text()).split(/\r?\n/) : await readLines(file);
      onText(lines.join('\n'));
      setSaid(words.read(lines.filter(Boolean).length));
    } catch (error) {
      setSaid('');
      setFault(sentence(error));
    }
  };
  return (
    <div>
      <Button icon="fileUp" onClick={() => field.current?.click()}>
        {words.file}
      </Button>
      <input
        ref={field}
        type="file"
        accept=".docx,.xlsx,.txt,.csv"
        hidden
        aria-label={words.file}
        onChange={event => {
          void take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      <div role="status">
        {said && <p class="small">{said}</p>}
        {fault && <p class="form-error">{fault}</p>}
      </div>
    </div>
  );
}

/** Raises Refusal or NetworkLost. */
async function readLines(file: File): Promise<string[]> {
  const headers = { 'Accept-Language': document.documentElement.lang || 'vi', 'X-CSRF-Token': csrfToken() };
  let response: Response;
  try {
    response = await fetch('/api/people-groups/list', {
      method: 'POST',
      headers,
      body: file,
      credentials: 'same-origin',
    });
  } catch (error) {
    throw new NetworkLost(t().link.lostShort, { cause: error });
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    throw refusal(response.status, answer);
  }
  return (answer as { lines: string[] }).lines;
}
