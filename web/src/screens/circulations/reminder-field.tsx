import { t } from '../../i18n';
import type { CirculationRecord } from '../../records';
import { Tick } from '../chair/tick';
import { spanWords } from './words';

type Reminders = CirculationRecord['reminders'];

const MINUTE = 60_000;
/** Minutes before the deadline; below 0 after it. */
const CHOICES = [3 * 24 * 60, 24 * 60, 2 * 60, -24 * 60];

interface Props {
  reminders: Reminders;
  onReminders: (reminders: Reminders) => void;
}

/** When the server reminds those who have not answered. */
export function ReminderField({ reminders, onReminders }: Props) {
  const words = t().circulationDesk;
  const set = (minutes: number, wanted: boolean) => {
    const others = reminders.filter(rule => rule.minutes !== minutes);
    onReminders(wanted ? [...others, { minutes, whom: 'silent' }] : others);
  };
  return (
    <fieldset class="plain-set">
      <legend>{words.reminders}</legend>
      {CHOICES.map(minutes => {
        const length = spanWords(minutes * MINUTE);
        return (
          <Tick
            key={minutes}
            word={minutes > 0 ? words.reminderBefore(length) : words.reminderAfter(length)}
            checked={reminders.some(rule => rule.minutes === minutes)}
            onChecked={wanted => set(minutes, wanted)}
          />
        );
      })}
    </fieldset>
  );
}
