import { useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { PaperRequestRecord } from '../../records';
import { ACCEPTED } from '../../rules/uploads';
import { Button } from '../../ui/button';
import { submitFor } from '../secretary/uploads';

interface HandInProps {
  stream: string;
  id: string;
  request: PaperRequestRecord;
  word: string;
  kind: 'plain' | 'primary';
}

/** Chooses the file that answers a request; on the tablet of whom it asks, or at the desk in their place. */
export function HandIn({ stream, id, request, word, kind }: HandInProps) {
  const picker = useRef<HTMLInputElement>(null);
  const label = t().requests.named(word, request.title);
  return (
    <>
      <Button size="small" kind={kind} icon="fileUp" label={label} onClick={() => picker.current?.click()}>
        {word}
      </Button>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED}
        aria-label={label}
        hidden
        onChange={event => {
          const [file] = event.currentTarget.files ?? [];
          if (file) {
            submitFor(stream, id, file);
          }
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
