import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { PastedItem } from '../../rules/agenda-paste';
import { newId } from '../../sync/ids';
import { Keys } from '../../sync/keys';
import type { Stream } from '../../sync/stream';
import { Field, TextArea } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';
import { readClipboard, readPlain } from './word-clipboard';
import './plans.css';

interface Line {
  item: string;
  used: boolean;
  title: string;
  presenter: string;
  minutes: string;
}

const MOST_MINUTES = 600;

/** An agenda out of Word: pasted, looked over line by line, then added at the end. */
export function PasteAgenda({ stream, onClose }: { stream: Stream; onClose: () => void }) {
  const [text, setText] = useState('');
  const [lines, setLines] = useState<Line[]>([]);
  const [keys] = useState(() => new Keys());
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      if (event.clipboardData && /<table/i.test(event.clipboardData.getData('text/html'))) {
        event.preventDefault();
        setText(event.clipboardData.getData('text/plain'));
        setLines(linesOf(readClipboard(event.clipboardData)));
      }
    };
    field.current?.addEventListener('paste', paste);
    return () => field.current?.removeEventListener('paste', paste);
  }, []);
  const write = (value: string) => {
    setText(value);
    setLines(linesOf(readPlain(value)));
  };
  const change = (item: string, changed: Partial<Line>) =>
    setLines(lines.map(line => (line.item === item ? { ...line, ...changed } : line)));
  const used = lines.filter(line => line.used && line.title.trim());
  const submit = async () => {
    if (used.length === 0) {
      return t().plans.pasteNothing;
    }
    const items = used.map(({ item, title, presenter, minutes }) => ({
      item,
      title: title.trim(),
      presenter: presenter.trim(),
      minutes: Number(minutes || 0),
    }));
    if (items.some(({ minutes }) => !Number.isInteger(minutes) || minutes < 0 || minutes > MOST_MINUTES)) {
      return t().desk.minutesWrong;
    }
    const command = { type: 'items.add', items } as const;
    return tell(stream.id, command, keys.of(command));
  };
  return (
    <FormDialog
      heading={t().plans.paste}
      act={t().plans.pasteAct(used.length)}
      shape="page"
      onSubmit={submit}
      onClose={onClose}
    >
      <div ref={field}>
        <TextArea
          label={t().plans.pasteField}
          hint={t().plans.pasteHint}
          value={text}
          onValue={write}
          rows={5}
        />
      </div>
      <p role="status">
        {lines.length > 0 && t().plans.read(lines.length, lines.filter(line => !line.used).length)}
      </p>
      {lines.map((line, place) => (
        <OneLine
          key={line.item}
          line={line}
          number={place + 1}
          onChange={changed => change(line.item, changed)}
        />
      ))}
    </FormDialog>
  );
}

function linesOf(items: readonly PastedItem[]): Line[] {
  return items.map(({ title, presenter, minutes, heading }) => ({
    item: newId(),
    used: !heading,
    title,
    presenter,
    minutes: minutes ? String(minutes) : '',
  }));
}

interface OneLineProps {
  line: Line;
  number: number;
  onChange: (changed: Partial<Line>) => void;
}

function OneLine({ line, number, onChange }: OneLineProps) {
  const words = t().plans;
  return (
    <div class={line.used ? 'pasted-line' : 'pasted-line left'}>
      <label class="pasted-use">
        <input
          type="checkbox"
          checked={line.used}
          aria-label={words.use(line.title)}
          onChange={event => onChange({ used: event.currentTarget.checked })}
        />
      </label>
      <Field
        label={words.lineTitle(number)}
        value={line.title}
        maxLength={300}
        onValue={title => onChange({ title })}
      />
      <Field
        label={words.linePresenter(number)}
        value={line.presenter}
        maxLength={300}
        onValue={presenter => onChange({ presenter })}
      />
      <Field
        label={words.lineMinutes(number)}
        type="number"
        inputMode="numeric"
        value={line.minutes}
        onValue={minutes => onChange({ minutes })}
      />
    </div>
  );
}
