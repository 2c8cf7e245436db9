import { t } from '../../i18n';
import { type Course, forecast } from '../../rules/forecast';
import { time } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import { pastSpeechesOf } from '../../sync/past-speeches';
import type { Stream } from '../../sync/stream';
import { Icon } from '../../ui/icon';
import { positionsIn } from './positions';

const MINUTE = 60_000;

/** When the meeting will end, why, and what is left of its planned time; redrawn by itself with the clock. */
export function ForecastLine({ stream }: { stream: Stream }) {
  const course = courseOf(stream);
  const now = tickingNow();
  const found = course && forecast(course, now);
  if (!found) {
    return null;
  }
  const words = t().forecast;
  const late = Math.round((found.end - found.planned) / MINUTE);
  const than = late > 0 ? words.late(lengthOf(late)) : late < 0 ? words.early(lengthOf(-late)) : words.onTime;
  const left = Math.round((found.planned - now) / MINUTE);
  return (
    <section class="forecast" aria-label={words.heading}>
      <p class={`forecast-end figures${late > 0 ? ' late' : ''}`}>
        <Icon name="clock" size={18} /> <span>{words.ends(inWords(found.end))}</span>
      </p>
      <p class="small quiet figures">
        {than} ({words.because(found.items, found.speakers, found.speech)}).
        {course.meeting.state !== 'prepared' && ` ${left > 0 ? words.left(lengthOf(left)) : words.used}.`}
      </p>
    </section>
  );
}

function courseOf(stream: Stream): Course | undefined {
  const meeting = stream.records.row('meeting', stream.id);
  const past = pastSpeechesOf(stream.id).value;
  return meeting && { ...positionsIn(stream), meeting, speeches: stream.records.of('speech').value, past };
}

/** "11 giờ 20" */
function inWords(at: number): string {
  const [hours, minutes] = time(at).split(':');
  return t().forecast.clock(hours!, minutes!);
}

function lengthOf(minutes: number): string {
  return t().forecast.hours(Math.floor(minutes / 60), minutes % 60);
}
