import type { MeetingRecord } from '../records';
import { type Day, weekOf } from './calendar';
import { dateField } from './moments';
import { matches } from './names';

export const STATES = ['any', 'prepared', 'running', 'ended', 'called-off'] as const;
export const TIMES = ['any', 'today', 'week', 'month', 'year'] as const;

export interface Filter {
  words: string;
  state: (typeof STATES)[number];
  time: (typeof TIMES)[number];
  /** Empty: any. */
  unit: string;
}

export const ALL: Filter = { words: '', state: 'any', time: 'any', unit: '' };

export interface Findable {
  title: string;
  place: string;
  agency: string;
  starts_at: number;
  state: MeetingRecord['state'];
  called_off: string;
}

export function fits(card: Findable, filter: Filter, today: Day): boolean {
  return (
    matches(`${card.title} ${card.place} ${card.agency}`, filter.words) &&
    (filter.state === 'any' || filter.state === stateOf(card)) &&
    (!filter.unit || filter.unit === card.agency) &&
    within(dateField(card.starts_at), filter.time, today)
  );
}

/** The agencies of these meetings, each once. */
export function unitsOf(cards: readonly Findable[]): string[] {
  return [...new Set(cards.map(card => card.agency))].sort((one, other) => one.localeCompare(other, 'vi'));
}

function stateOf(card: Findable): Filter['state'] {
  if (card.called_off) {
    return 'called-off';
  }
  return card.state === 'paused' ? 'running' : card.state;
}

function within(day: Day, time: Filter['time'], today: Day): boolean {
  switch (time) {
    case 'any':
      return true;
    case 'today':
      return day === today;
    case 'week':
      return weekOf(today).includes(day);
    case 'month':
      return day.slice(0, 7) === today.slice(0, 7);
    case 'year':
      return day.slice(0, 4) === today.slice(0, 4);
  }
}
