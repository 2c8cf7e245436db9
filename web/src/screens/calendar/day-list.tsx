import { t } from '../../i18n';
import { type Day, shortDay, weekday } from '../../rules/calendar';
import { plannedEnd } from '../../rules/letters';
import { dateField } from '../../rules/moments';
import { time } from '../../rules/time';
import { serverNow } from '../../sync/clock';
import { Icon } from '../../ui/icon';
import type { MeetingCard } from '../meetings';

interface DayListProps {
  days: readonly Day[];
  meetings: ReadonlyMap<Day, MeetingCard[]>;
  /** Beside each other where the screen is wide; a phone shows them below each other. */
  columns?: boolean;
}

/** Days with their meetings. */
export function DayList({ days, meetings, columns = false }: DayListProps) {
  const today = dateField(serverNow());
  return (
    <div class={columns ? 'calendar-week' : 'calendar-day'}>
      {days.map(day => (
        <section key={day} class={day === today ? 'calendar-column today' : 'calendar-column'}>
          <h3>
            {t().calendar.weekdays.split(',')[weekday(day)]} <span class="figures">{shortDay(day)}</span>
          </h3>
          <ul class="stack">
            {(meetings.get(day) ?? []).map(card => (
              <Line key={card.id} card={card} />
            ))}
          </ul>
          {!meetings.get(day) && (
            <p class={columns ? 'visually-hidden' : 'small quiet'}>{t().calendar.none}</p>
          )}
        </section>
      ))}
    </div>
  );
}

export function Line({ card }: { card: MeetingCard }) {
  return (
    <li>
      <a class={card.called_off ? 'calendar-meeting off' : 'calendar-meeting'} href={`#/meeting/${card.id}`}>
        <span class="figures calendar-time">
          {t().letters.until(time(card.starts_at), time(plannedEnd(card)))}
        </span>
        <span class="calendar-title">{card.title}</span>
        <span class="calendar-place small quiet">
          <Icon name="mapPin" size={16} /> {card.place}
        </span>
        {card.called_off && <span class="small">{t().letters.calledOff}</span>}
      </a>
    </li>
  );
}
