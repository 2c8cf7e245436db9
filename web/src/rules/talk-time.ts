import type { MemberRecord, QueueName, SpeechRecord } from '../records';
import { type Urgency, urgency } from './time';

/** Milliseconds spoken so far, without the pauses; exact once the speech has ended. */
export function spokenFor(speech: SpeechRecord, now: number): number {
  return speech.spoken_ms + (speech.since === null ? 0 : Math.max(0, now - speech.since));
}

/** Milliseconds left: of a running clock until its deadline, of a standing one what it was stopped with. */
export function leftOf(speech: SpeechRecord, now: number): number {
  return speech.deadline === null ? (speech.left_ms ?? 0) : speech.deadline - now;
}

export function urgencyOf(speech: SpeechRecord, now: number): Urgency {
  return urgency(leftOf(speech, now), 0);
}

export interface Total {
  name: string;
  turns: number;
  ms: number;
}

type Rows<Row> = ReadonlyMap<string, Row>;

/** Turns and time by person or by unit, the longest first; `now` counts the speech that goes on. */
export function totals(
  speeches: Rows<SpeechRecord>,
  members: Rows<Pick<MemberRecord, 'name' | 'unit'>>,
  by: 'person' | 'unit',
  now: number,
): Total[] {
  const sums = new Map<string, Total>();
  for (const speech of speeches.values()) {
    const member = members.get(speech.user);
    if (speech.called_at === null || !member) {
      continue;
    }
    const key = by === 'person' ? speech.user : member.unit;
    const sum = sums.get(key) ?? { name: by === 'person' ? member.name : member.unit, turns: 0, ms: 0 };
    sums.set(key, { ...sum, turns: sum.turns + 1, ms: sum.ms + spokenFor(speech, now) });
  }
  return [...sums.values()].sort((a, b) => b.ms - a.ms || (a.name < b.name ? -1 : 1));
}

/** Milliseconds that the speeches of a queue have taken of an item. */
export function usedOn(
  item: string | null,
  queue: QueueName,
  speeches: Rows<SpeechRecord>,
  now: number,
): number {
  return [...speeches.values()]
    .filter(speech => speech.item === item && speech.queue === queue && speech.called_at !== null)
    .reduce((sum, speech) => sum + spokenFor(speech, now), 0);
}
