import { useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { type Day, monthOf, moved, wholeDay } from '../../rules/calendar';
import { dateField } from '../../rules/moments';
import { time } from '../../rules/time';
import { serverNow } from '../../sync/clock';
import type { MeetingCard } from '../meetings';
import { DayList } from './day-list';

const SHOWN = 3;

interface MonthProps {
  day: Day;
  meetings: ReadonlyMap<Day, MeetingCard[]>;
  onDay: (day: Day) => void;
}

/** A grid of days, walked with arrows, Home, End and the page keys, and the chosen day in full below it. */
export function Month({ day, meetings, onDay }: MonthProps) {
  const grid = useRef<HTMLTableElement>(null);
  const press = (event: KeyboardEvent) => {
    const next = moved(day, event.key);
    if (next) {
      event.preventDefault();
      onDay(next);
      requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
    }
  };
  return (
    <>
      <table ref={grid} class="calendar-month" aria-label={t().calendar.spans.month}>
        <thead>
          <tr>
            {t()
              .calendar.short.split(',')
              .map((word, index) => (
                <th key={word} scope="col" abbr={t().calendar.weekdays.split(',')[index]}>
                  {word}
                </th>
              ))}
          </tr>
        </thead>
        <tbody onKeyDown={press}>
          {monthOf(day).map(week => (
            <tr key={week[0]}>
              {week.map(one => (
                <Cell key={one} day={one} chosen={day} meetings={meetings.get(one) ?? []} onDay={onDay} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <DayList days={[day]} meetings={meetings} />
    </>
  );
}

interface CellProps {
  day: Day;
  chosen: Day;
  meetings: readonly MeetingCard[];
  onDay: (day: Day) => void;
}

function Cell({ day, chosen, meetings, onDay }: CellProps) {
  const classes = [
    'calendar-cell',
    day.slice(0, 7) === chosen.slice(0, 7) ? '' : 'outside',
    day === dateField(serverNow()) ? 'today' : '',
    day === chosen ? 'chosen' : '',
  ];
  return (
    <td class={classes.filter(Boolean).join(' ')}>
      <button
        type="button"
        aria-pressed={day === chosen}
        tabIndex={day === chosen ? 0 : -1}
        onClick={() => onDay(day)}
      >
        <span class="visually-hidden">{t().calendar.count(wholeDay(day), meetings.length)}</span>
        <span class="calendar-number figures" aria-hidden="true">
          {Number(day.slice(8))}
        </span>
        {meetings.slice(0, SHOWN).map(card => (
          <span
            key={card.id}
            class={card.called_off ? 'calendar-chip off' : 'calendar-chip'}
            aria-hidden="true"
          >
            <span class="figures">{time(card.starts_at)}</span> {card.title}
          </span>
        ))}
        {meetings.length > SHOWN && (
          <span class="calendar-more small" aria-hidden="true">
            {t().calendar.more(meetings.length - SHOWN)}
          </span>
        )}
        {meetings.length > 0 && (
          <span class="calendar-dot" aria-hidden="true">
            {meetings.length}
          </span>
        )}
      </button>
    </td>
  );
}
