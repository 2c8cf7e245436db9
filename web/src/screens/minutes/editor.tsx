import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { tell } from '../secretary/form-dialog';
import type { Block } from './draft';

const LONGEST = 8000;

interface BlockEditorProps {
  stream: Stream;
  block: Block;
  onClose: () => void;
}

/** The secretary's wording in place of a generated paragraph. What happens meanwhile does not touch it. */
export function BlockEditor({ stream, block, onClose }: BlockEditorProps) {
  const [text, setText] = useState(block.text);
  const [error, setError] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    const fault =
      text === block.text ? '' : await tell(stream.id, { type: 'minutes.edit', block: block.id, text });
    setError(fault);
    if (!fault) {
      onClose();
    }
  };
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      onClose();
    }
  };
  return (
    <div class="sheet-editor">
      <textarea
        ref={field}
        aria-label={t().minutes.text}
        rows={Math.min(12, Math.max(3, Math.ceil(text.length / 70)))}
        value={text}
        maxLength={LONGEST}
        onInput={event => setText(event.currentTarget.value)}
        onKeyDown={leave}
      />
      {error && (
        <p class="form-error" role="alert">
          {error}
        </p>
      )}
      <div class="row">
        <Button kind="primary" size="small" onClick={save}>
          {t().common.save}
        </Button>
        <Button size="small" onClick={onClose}>
          {t().common.cancel}
        </Button>
      </div>
    </div>
  );
}
