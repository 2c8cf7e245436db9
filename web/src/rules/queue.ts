import type { SpeechRecord } from '../records';
import type { Entry } from './agenda';

type Speeches = ReadonlyMap<string, SpeechRecord>;

/** Who waits, in the order of asking; equal moments go by id so that every tablet shows the same. */
export function waiting(speeches: Speeches): Entry<SpeechRecord>[] {
  return [...speeches]
    .filter(([, speech]) => speech.state === 'waiting')
    .sort(([one, a], [other, b]) => a.requested_at - b.requested_at || (one < other ? -1 : 1));
}

export function speaking(speeches: Speeches): Entry<SpeechRecord> | undefined {
  return [...speeches].find(([, speech]) => speech.state === 'speaking');
}

/** Those who have spoken, the last one first. */
export function spoken(speeches: Speeches): Entry<SpeechRecord>[] {
  return [...speeches]
    .filter(([, speech]) => speech.state === 'done')
    .sort(([, a], [, b]) => (b.ended_at ?? 0) - (a.ended_at ?? 0));
}

export interface Place {
  speech: string;
  /** 1 is next. */
  place: number;
  before: number;
}

export function placeOf(user: string, speeches: Speeches): Place | undefined {
  const index = waiting(speeches).findIndex(([, speech]) => speech.user === user);
  const found = waiting(speeches)[index];
  return found && { speech: found[0], place: index + 1, before: index };
}
