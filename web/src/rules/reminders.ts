import { t } from '../i18n';

export const UNITS = { days: 24 * 60, hours: 60, minutes: 1 } as const;
export type Unit = keyof typeof UNITS;
const MOST_MINUTES = 60 * 24 * 60;

/** The largest unit that tells the minutes exactly. */
export function unitOf(minutes: number): Unit {
  return (['days', 'hours'] as const).find(unit => minutes > 0 && minutes % UNITS[unit] === 0) ?? 'minutes';
}

/** "3 ngày", "2 giờ", "45 phút" */
export function lengthOf(minutes: number): string {
  const unit = unitOf(minutes);
  return t().letters[unit](minutes / UNITS[unit]);
}

/** Minutes, or NaN when the number is none that a reminder may have. */
export function minutesOf(count: string, unit: Unit): number {
  const minutes = Number(count) * UNITS[unit];
  return Number.isInteger(minutes) && minutes > 0 && minutes <= MOST_MINUTES ? minutes : Number.NaN;
}
