import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { sentence } from '../../sync/api';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { type Saving, useAutosave } from './autosave';
import type { Block } from './draft';

const LONGEST = 8000;

interface BlockEditorProps {
  stream: Stream;
  block: Block;
  onClose: () => void;
}

/** The secretary's wording, saved while it is written. What happens meanwhile does not touch it. */
export function BlockEditor({ stream, block, onClose }: BlockEditorProps) {
  const { text, saving, write, flush, giveUp, keepMine, takeTheirs } = useAutosave(stream, block);
  const [error, setError] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const save = async () => {
    if (await flush()) {
      onClose();
    }
  };
  const cancel = async () => {
    try {
      await giveUp();
      onClose();
    } catch (problem) {
      setError(sentence(problem));
    }
  };
  const said = error || (saving.state === 'failed' ? saving.why : '');
  return (
    <div class="sheet-editor">
      <textarea
        ref={field}
        aria-label={t().minutes.text}
        rows={Math.min(12, Math.max(3, Math.ceil(text.length / 70)))}
        value={text}
        maxLength={LONGEST}
        onInput={event => write(event.currentTarget.value)}
        onKeyDown={event => event.key === 'Escape' && void save()}
      />
      {saving.state === 'stale' && <Stale theirs={saving.theirs} onMine={keepMine} onTheirs={takeTheirs} />}
      {said && (
        <p class="form-error" role="alert">
          {said}
        </p>
      )}
      <div class="row">
        <Button kind="primary" size="small" onClick={save}>
          {t().common.save}
        </Button>
        <Button size="small" onClick={cancel}>
          {t().common.cancel}
        </Button>
        <span class="sheet-saving" role="status">
          {savingWord(saving)}
        </span>
      </div>
    </div>
  );
}

interface StaleProps {
  theirs: string;
  onMine: () => void;
  onTheirs: () => void;
}

/** Somebody else wrote meanwhile: both wordings are in sight, nothing is overwritten until one is chosen. */
function Stale({ theirs, onMine, onTheirs }: StaleProps) {
  const words = t().minutesWork;
  return (
    <div class="sheet-stale" role="alert">
      <p>{words.stale}</p>
      <blockquote>{theirs}</blockquote>
      <div class="row">
        <Button size="small" onClick={onTheirs}>
          {words.takeTheirs}
        </Button>
        <Button size="small" onClick={onMine}>
          {words.keepMine}
        </Button>
      </div>
    </div>
  );
}

function savingWord(saving: Saving): string {
  const words = t().minutesWork;
  const said: Record<Saving['state'], string> = {
    still: '',
    changed: words.changed,
    saving: words.saving,
    saved: words.saved,
    failed: '',
    stale: '',
  };
  return said[saving.state];
}
