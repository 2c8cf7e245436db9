import { t } from '../../i18n';
import { exactTime } from '../../rules/time';
import type { Trace } from './draft';

const SHOWN = 2;

/** When the events happened from which the sentence was written; their numbers are those of the log. */
export function Trail({ events }: { events: Trace[] }) {
  if (events.length === 0) {
    return null;
  }
  const words = (event: Trace) =>
    t().minutes[event.tasks ? 'taskEvent' : 'event'](exactTime(event.at), event.seq);
  if (events.length <= SHOWN) {
    return (
      <ul class="trail figures">
        {events.map(event => (
          <li key={`${event.tasks}${event.seq}`}>{words(event)}</li>
        ))}
      </ul>
    );
  }
  return (
    <details class="trail figures">
      <summary>{t().minutes.events(events.length)}</summary>
      <ul>
        {events.map(event => (
          <li key={`${event.tasks}${event.seq}`}>{words(event)}</li>
        ))}
      </ul>
    </details>
  );
}
