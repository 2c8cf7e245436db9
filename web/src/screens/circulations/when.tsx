import { t } from '../../i18n';
import { Field } from '../../ui/field';

interface Props {
  date: string;
  clock: string;
  onDate: (date: string) => void;
  onClock: (clock: string) => void;
}

/** Day and hour of a deadline, in the city's own time zone. */
export function When({ date, clock, onDate, onClock }: Props) {
  return (
    <div class="two-fields">
      <Field label={t().circulationDesk.day} type="date" value={date} onValue={onDate} required />
      <Field label={t().circulationDesk.hour} type="time" value={clock} onValue={onClock} required />
    </div>
  );
}
