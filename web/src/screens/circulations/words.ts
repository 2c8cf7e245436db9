import { t } from '../../i18n';
import type { CirculationRecord } from '../../records';
import { spanOf } from '../../rules/circulations';
import { longDate, time } from '../../rules/time';
import type { Tone } from '../../ui/badge';
import type { IconName } from '../../ui/icon';

/** "2 ngày 3 giờ" */
export function spanWords(milliseconds: number): string {
  const words = t().circulations;
  const { days, hours, minutes } = spanOf(milliseconds);
  if (days) {
    return words.days(days, hours);
  }
  if (hours) {
    return words.hours(hours, minutes);
  }
  return minutes ? words.minutes(minutes) : words.underAMinute;
}

/** "Còn 2 ngày 3 giờ", "Hết hạn 5 giờ trước" */
export function leftWords(deadline: number, now: number): string {
  const words = t().circulations;
  const span = spanWords(deadline - now);
  return now <= deadline ? words.left(span) : words.ago(span);
}

/** "17:00, Thứ sáu, 27/11/2026" */
export function fullMoment(at: number): string {
  return `${time(at)}, ${longDate(at)}`;
}

export const LOOKS: Record<CirculationRecord['state'], readonly [IconName, Tone]> = {
  draft: ['pencil', 'plain'],
  open: ['circleDot', 'primary'],
  closed: ['circleCheck', 'plain'],
  published: ['circleCheck', 'good'],
  withdrawn: ['rotateCcw', 'warn'],
};
