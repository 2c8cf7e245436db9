import type { MeetingRecord, SpeechRecord } from '../records';
import { agenda, spent } from './agenda';
import { isUndisputed, type Positions, standingOn } from './positions';

const MINUTE = 60_000;
/** What a speech takes where nothing is known, and an item without planned minutes; what one common vote takes. */
const SPEECH = 5 * MINUTE;
const UNPLANNED = 10 * MINUTE;
const COMMON_VOTE = 2 * MINUTE;
/**
 * A few long speeches at the beginning do not yet say much: the mean begins with one of the usual length, or with up
 * to five as long as those of earlier meetings were.
 */
const USUAL = 1;
const REMEMBERED = 5;

/** The mean length of speeches in meetings that are over, in whole seconds, and how many they were. */
export interface PastSpeeches {
  seconds: number;
  speeches: number;
}

export interface Course extends Positions {
  meeting: MeetingRecord;
  speeches: ReadonlyMap<string, SpeechRecord>;
  past?: PastSpeeches | undefined;
}

export interface Forecast {
  /** When the meeting will probably end, and when it would by its agenda; milliseconds on the server's clock. */
  end: number;
  planned: number;
  /** What the end rests on. */
  items: number;
  speakers: number;
  /** Whole minutes of a speech, at least 1. */
  speech: number;
}

/**
 * The end of the meeting: for every item still to come the longer of its planned minutes and the time that those
 * need who wish to speak on it, by the mean length of the speeches so far and of earlier meetings; what all agree on
 * takes one short vote.
 * Nothing is forecast without an agenda, and after the end.
 */
export function forecast(course: Course, now: number): Forecast | undefined {
  const { meeting, items } = course;
  const left = agenda(items).filter(([, item]) => item.state !== 'done');
  if (meeting.state === 'ended' || items.size === 0) {
    return undefined;
  }
  const speech = meanSpeech(course.speeches, course.past);
  const waiting = [...course.speeches.values()].filter(({ state }) => state === 'waiting').length;
  let speakers = waiting;
  let rest = 0;
  for (const [id, item] of left) {
    if (id === meeting.item) {
      const unspent = item.minutes * MINUTE - spent(item, true, meeting, now);
      rest += Math.max(unspent, waiting * speech, 0);
    } else {
      const standing = standingOn(id, course);
      const wishes = standing.remark + standing.speak;
      speakers += wishes;
      rest += isUndisputed(standing)
        ? COMMON_VOTE
        : Math.max(item.minutes * MINUTE || UNPLANNED, wishes * speech);
    }
  }
  return {
    end: startOf(meeting, now) + rest,
    planned: (meeting.started_at ?? meeting.starts_at) + plannedMinutes(course) * MINUTE,
    items: left.length,
    speakers,
    speech: Math.max(1, Math.round(speech / MINUTE)),
  };
}

/** A meeting that has not begun begins when it is called for, or now when that has passed. */
function startOf(meeting: MeetingRecord, now: number): number {
  return meeting.state === 'prepared' ? Math.max(now, meeting.starts_at) : now;
}

function plannedMinutes({ items }: Course): number {
  return [...items.values()].reduce((sum, item) => sum + item.minutes, 0);
}

function meanSpeech(speeches: ReadonlyMap<string, SpeechRecord>, past: PastSpeeches | undefined): number {
  const known = past && past.speeches > 0 ? past : undefined;
  let count = known ? Math.min(known.speeches, REMEMBERED) : USUAL;
  let all = count * (known ? known.seconds * 1000 : SPEECH);
  for (const { kind, spoken_ms, state } of speeches.values()) {
    if (state === 'done' && kind !== 'order') {
      all += spoken_ms;
      count += 1;
    }
  }
  return all / count;
}
