import { ZONE } from './time';

/** Vietnam has kept UTC+7 without summer time since 1975 (IANA tz database, Asia/Ho_Chi_Minh). */
const AHEAD = 7 * 3_600_000;
const DAY = 24 * 3_600_000;

const day = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });

/** What date and time fields hold ("2026-11-23", "08:00", the city's clock), or NaN when one is not filled in. */
export function momentOf(date: string, time: string): number {
  const wanted = /^\d{4}-\d{2}-\d{2}$/.test(date) && /^\d{2}:\d{2}/.test(time);
  return wanted ? Date.parse(`${date}T${time.slice(0, 5)}:00Z`) - AHEAD : Number.NaN;
}

/** The end on the same day; one before the beginning is that of the next day. */
export function endOf(date: string, time: string, starts_at: number): number {
  const end = momentOf(date, time);
  return end > starts_at ? end : end + DAY;
}

export function dateField(at: number): string {
  return day.format(at);
}

export function timeField(at: number): string {
  return clock.format(at);
}
