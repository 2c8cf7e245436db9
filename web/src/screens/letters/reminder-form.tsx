import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ReminderRecord } from '../../records';
import { minutesOf, UNITS, type Unit, unitOf } from '../../rules/reminders';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Button, IconButton } from '../../ui/button';
import { Choice, Field } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';

interface Line {
  name: string;
  count: string;
  unit: Unit;
  whom: ReminderRecord['whom'];
}

const MOST = 10;
const ANOTHER = { count: '1', unit: 'days', whom: 'everybody' } as const;

interface ReminderFormProps {
  stream: Stream;
  before: readonly ReminderRecord[];
  onClose: () => void;
}

export function ReminderForm({ stream, before, onClose }: ReminderFormProps) {
  const [lines, setLines] = useState(() => before.map(lineOf));
  const change = (name: string, changed: Partial<Line>) =>
    setLines(lines.map(line => (line.name === name ? { ...line, ...changed } : line)));
  const submit = async () => {
    const rules = lines.map(({ count, unit, whom }) => ({ minutes: minutesOf(count, unit), whom }));
    if (rules.some(rule => Number.isNaN(rule.minutes))) {
      return t().letters.lengthWrong;
    }
    return tell(stream.id, { type: 'reminders.set', rules });
  };
  return (
    <FormDialog heading={t().letters.reminders} act={t().common.save} onSubmit={submit} onClose={onClose}>
      {lines.map(line => (
        <OneReminder
          key={line.name}
          line={line}
          onChange={changed => change(line.name, changed)}
          onRemove={() => setLines(lines.filter(({ name }) => name !== line.name))}
        />
      ))}
      {lines.length < MOST && (
        <Button icon="plus" onClick={() => setLines([...lines, { name: newId(), ...ANOTHER }])}>
          {t().letters.addReminder}
        </Button>
      )}
    </FormDialog>
  );
}

function lineOf({ minutes, whom }: ReminderRecord): Line {
  const unit = unitOf(minutes);
  return { name: newId(), count: String(minutes / UNITS[unit]), unit, whom };
}

interface OneReminderProps {
  line: Line;
  onChange: (changed: Partial<Line>) => void;
  onRemove: () => void;
}

function OneReminder({ line, onChange, onRemove }: OneReminderProps) {
  const words = t().letters;
  const units = (Object.keys(UNITS) as Unit[]).map(unit => [unit, words.units[unit]] as const);
  const whom = (['everybody', 'silent'] as const).map(name => [name, words.whom[name]] as const);
  return (
    <div class="reminder-form">
      <Field
        label={words.length}
        type="number"
        inputMode="numeric"
        value={line.count}
        onValue={count => onChange({ count })}
        required
      />
      <Choice label={words.unit} value={line.unit} choices={units} onValue={unit => onChange({ unit })} />
      <Choice
        label={words.to}
        value={line.whom}
        choices={whom}
        onValue={value => onChange({ whom: value })}
      />
      <IconButton
        icon="trash2"
        label={words.removeReminder(`${line.count} ${words.units[line.unit]}`)}
        onClick={onRemove}
      />
    </div>
  );
}
