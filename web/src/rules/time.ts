/** Dates and clocks as Vietnamese papers write them, in the city's own time zone. */

import { type Language, language } from '../i18n';

export const ZONE = 'Asia/Ho_Chi_Minh';

const clock = new Intl.DateTimeFormat('vi', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const exactClock = new Intl.DateTimeFormat('vi', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});
const dayParts = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  weekday: 'short',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

const WEEKDAYS: Record<Language, Record<string, string>> = {
  vi: {
    Mon: 'Thứ hai',
    Tue: 'Thứ ba',
    Wed: 'Thứ tư',
    Thu: 'Thứ năm',
    Fri: 'Thứ sáu',
    Sat: 'Thứ bảy',
    Sun: 'Chủ nhật',
  },
  en: {
    Mon: 'Monday',
    Tue: 'Tuesday',
    Wed: 'Wednesday',
    Thu: 'Thursday',
    Fri: 'Friday',
    Sat: 'Saturday',
    Sun: 'Sunday',
  },
};

const MINUTE = 60_000;

/** "08:05" */
export function time(at: number): string {
  return clock.format(at);
}

/** "09:41:07" */
export function exactTime(at: number): string {
  return exactClock.format(at);
}

/** "21/11/2026" */
export function date(at: number): string {
  const part = parts(at);
  return `${part.day}/${part.month}/${part.year}`;
}

/** "Thứ bảy, 21/11/2026", with the day's name in the language of the page. */
export function longDate(at: number): string {
  return `${WEEKDAYS[language.value][parts(at).weekday!]}, ${date(at)}`;
}

/** A time of today, or a time with its date. */
export function moment(at: number, now = Date.now()): string {
  return sameDay(at, now) ? time(at) : `${time(at)}, ${date(at)}`;
}

export function sameDay(one: number, other: number): boolean {
  return date(one) === date(other);
}

/**
 * Minutes and seconds to the nearest: "02:14", "-00:05" once the time is over. A clock just set shows what was given,
 * although a tablet's idea of the server's time is some milliseconds old.
 */
export function countdown(deadline: number, now: number): string {
  const left = Math.round((deadline - now) / 1000);
  return `${left < 0 ? '-' : ''}${minutesAndSeconds(Math.abs(left))}`;
}

/** What a clock that stands shows; milliseconds. */
export function remaining(left: number): string {
  return countdown(left, 0);
}

/** "02:14" for a length in milliseconds. */
export function elapsed(milliseconds: number): string {
  return minutesAndSeconds(Math.max(0, Math.floor(milliseconds / 1000)));
}

export type Urgency = 'calm' | 'soon' | 'over';

/** A speaker is warned in the last half minute. */
export function urgency(deadline: number, now: number): Urgency {
  const left = deadline - now;
  if (left <= 0) {
    return 'over';
  }
  return left <= MINUTE / 2 ? 'soon' : 'calm';
}

function minutesAndSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  return `${two(minutes)}:${two(seconds % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function parts(at: number): Record<string, string> {
  return Object.fromEntries(dayParts.formatToParts(at).map(part => [part.type, part.value]));
}
