import { dateField } from './moments';

/** Days are named as date fields name them ("2026-11-23"), in the city's own time zone. */
export type Day = string;
export type Span = 'day' | 'week' | 'month';

const DAY = 24 * 3_600_000;

export interface Dated {
  id: string;
  starts_at: number;
}

export function plus(day: Day, days: number): Day {
  return new Date(utc(day) + days * DAY).toISOString().slice(0, 10);
}

/** 0 is Monday, as Vietnamese weeks begin. */
export function weekday(day: Day): number {
  return (new Date(utc(day)).getUTCDay() + 6) % 7;
}

export function weekOf(day: Day): Day[] {
  const monday = plus(day, -weekday(day));
  return Array.from({ length: 7 }, (_, index) => plus(monday, index));
}

/** Whole weeks that hold the month of the day. */
export function monthOf(day: Day): Day[][] {
  const first = `${day.slice(0, 7)}-01`;
  const weeks: Day[][] = [];
  for (let monday = plus(first, -weekday(first)); ; monday = plus(monday, 7)) {
    if (weeks.length > 0 && monday.slice(0, 7) !== day.slice(0, 7)) {
      return weeks;
    }
    weeks.push(weekOf(monday));
  }
}

/** The same day of the next month (or `count` months on), or its last one. */
export function plusMonths(day: Day, count: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}

export function step(day: Day, span: Span, count: number): Day {
  switch (span) {
    case 'day':
      return plus(day, count);
    case 'week':
      return plus(day, 7 * count);
    case 'month':
      return plusMonths(day, count);
  }
}

export function byDay<One extends Dated>(meetings: readonly One[]): Map<Day, One[]> {
  const found = new Map<Day, One[]>();
  for (const one of [...meetings].sort((a, b) => a.starts_at - b.starts_at)) {
    const day = dateField(one.starts_at);
    found.set(day, [...(found.get(day) ?? []), one]);
  }
  return found;
}

/** Where an arrow key leads from a day of the grid; null for other keys. */
export function moved(day: Day, key: string): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return plus(day, -1);
    case 'ArrowRight':
      return plus(day, 1);
    case 'ArrowUp':
      return plus(day, -7);
    case 'ArrowDown':
      return plus(day, 7);
    case 'Home':
      return plus(day, -weekday(day));
    case 'End':
      return plus(day, 6 - weekday(day));
    case 'PageUp':
      return plusMonths(day, -1);
    case 'PageDown':
      return plusMonths(day, 1);
    default:
      return null;
  }
}

/** "23/11" */
export const shortDay = (day: Day) => `${day.slice(8)}/${day.slice(5, 7)}`;

/** "23/11/2026" */
export const wholeDay = (day: Day) => `${shortDay(day)}/${day.slice(0, 4)}`;

function utc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}
