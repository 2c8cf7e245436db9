import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { time } from '../../rules/time';
import { sentence } from '../../sync/api';
import { connection, send } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { ConclusionTasks } from '../tasks/meeting-tasks';

const LONGEST = 8000;

interface ConclusionProps {
  stream: Stream;
  item: string;
  label: string;
}

type Saving = { state: 'idle' } | { state: 'saving' } | { state: 'failed'; why: string };

/**
 * Saved when the field is left, and its state is said. What others write appears only while nothing unsaved stands
 * here; otherwise the person chooses. Rendered with the item as key.
 */
export function Conclusion({ stream, item, label }: ConclusionProps) {
  const record = stream.records.row('conclusion', item);
  const recorded = record?.text ?? '';
  const [text, setText] = useState(recorded);
  const [base, setBase] = useState(recorded);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const changed = text !== base;
  const save = async () => {
    if (!changed) {
      return;
    }
    setSaving({ state: 'saving' });
    try {
      await send(stream.id, { type: 'item.conclude', item, text });
      setBase(text);
      setSaving({ state: 'idle' });
    } catch (error) {
      setSaving({ state: 'failed', why: sentence(error) });
    }
  };
  const elsewhere = useOthersText(recorded, text, base, value => {
    setText(value);
    setBase(value);
  });
  useSavingOnLeave(save);
  useEffect(() => {
    if (connection.value === 'up' && saving.state === 'failed' && !elsewhere) {
      void save();
    }
  }, [connection.value]);
  return (
    <div class="conclusion" onFocusOut={save}>
      <TextArea
        label={label}
        value={text}
        onValue={setText}
        maxLength={LONGEST}
        hint={t().chair.conclusionHint}
      />
      <p class="conclusion-state small" role="status">
        {stateWord(saving, changed, record?.at)}
      </p>
      {elsewhere && (
        <div class="row" role="status">
          <span class="small">{t().chair.conclusionOther}</span>
          <Button size="small" onClick={() => [setText(recorded), setBase(recorded)]}>
            {t().chair.conclusionTake}
          </Button>
          <Button size="small" onClick={() => setBase(recorded)}>
            {t().chair.conclusionKeep}
          </Button>
        </div>
      )}
      {recorded && <ConclusionTasks stream={stream} item={item} />}
    </div>
  );
}

/** True when somebody else's text arrived while an unsaved one stands here. */
function useOthersText(recorded: string, text: string, base: string, take: (value: string) => void): boolean {
  useEffect(() => {
    if (text === base) {
      take(recorded);
    }
  }, [recorded]);
  return recorded !== base && recorded !== text && text !== base;
}

/** Moving on before the field was left must not lose what stands in it. */
function useSavingOnLeave(save: () => Promise<void>): void {
  const last = useRef(save);
  last.current = save;
  useEffect(() => () => void last.current(), []);
}

function stateWord(saving: Saving, changed: boolean, at: number | undefined): string {
  const words = t().chair;
  if (saving.state === 'saving') {
    return words.conclusionSaving;
  }
  if (saving.state === 'failed') {
    return words.conclusionFailed(saving.why);
  }
  if (changed) {
    return words.conclusionChanged;
  }
  return at ? words.conclusionSaved(time(at)) : '';
}
