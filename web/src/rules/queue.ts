import type { QueueName, QueueRecord, SpeechRecord } from '../records';
import type { Entry } from './agenda';
import type { Before, QueueOrder } from './queue-order';

export type Speeches = ReadonlyMap<string, SpeechRecord>;
export type Orders = ReadonlyMap<string, QueueOrder>;
export type Queues = ReadonlyMap<string, QueueRecord>;

export const QUEUES: readonly QueueName[] = ['questions', 'speakers'];

/** Who waits in a queue, in the order of its rule. */
export function waiting(speeches: Speeches, order: QueueOrder | undefined): Entry<SpeechRecord>[] {
  return (order?.places ?? []).flatMap(({ speech }) => {
    const row = speeches.get(speech);
    return row?.state === 'waiting' ? [[speech, row] as const] : [];
  });
}

/** How many wait, in both queues. */
export function hands(orders: Orders): number {
  return [...orders.values()].reduce((sum, order) => sum + order.places.length, 0);
}

export function speaking(speeches: Speeches): Entry<SpeechRecord> | undefined {
  return [...speeches].find(([, speech]) => speech.state === 'speaking');
}

/** Speeches whose clock stands, the one that was called last first. */
export function paused(speeches: Speeches): Entry<SpeechRecord>[] {
  return byCall(speeches, ['paused']);
}

/** Who speaks, or else who was paused last. */
export function onFloor(speeches: Speeches): Entry<SpeechRecord> | undefined {
  return speaking(speeches) ?? paused(speeches)[0];
}

/** Those who have spoken in a queue, the last one first. */
export function spoken(speeches: Speeches, queue: QueueName): Entry<SpeechRecord>[] {
  return [...speeches]
    .filter(([, speech]) => speech.state === 'done' && speech.queue === queue)
    .sort(([, a], [, b]) => (b.ended_at ?? 0) - (a.ended_at ?? 0));
}

export interface Place {
  speech: string;
  queue: QueueName;
  /** 1 is next. */
  place: number;
  before: Before;
}

/** Everything that a person waits for, with the place and what stands before. */
export function placesOf(user: string, speeches: Speeches, orders: Orders): Place[] {
  return QUEUES.flatMap(queue =>
    (orders.get(queue)?.places ?? []).flatMap(({ speech, before }, index) =>
      speeches.get(speech)?.user === user ? [{ speech, queue, place: index + 1, before }] : [],
    ),
  );
}

/** What can be debated now: the last that was called of others, points of order apart. */
export function debatable(user: string, speeches: Speeches): Entry<SpeechRecord> | undefined {
  const last = byCall(speeches, ['speaking', 'paused', 'done']).find(([, speech]) => speech.kind !== 'order');
  return last && last[1].user !== user ? last : undefined;
}

/** A question that was just put and that nobody has been called to answer. */
export function unanswered(speeches: Speeches): Entry<SpeechRecord> | undefined {
  const last = byCall(speeches, ['speaking', 'paused', 'done']).find(([, speech]) => speech.kind !== 'order');
  const open = last && last[1].kind === 'question' && last[1].to_user !== null;
  return open && ![...speeches.values()].some(one => one.to_speech === last[0] && one.kind === 'answer')
    ? last
    : undefined;
}

/**
 * Who is called next: points of order of either queue, then questions while there are any, then the speakers.
 * In a queue that is paused only points of order are called.
 */
export function callable(speeches: Speeches, orders: Orders, queues: Queues): Entry<SpeechRecord>[] {
  const all = QUEUES.flatMap(queue => waiting(speeches, orders.get(queue)));
  const first = all.filter(([, speech]) => speech.kind === 'order');
  const rest = all.filter(
    ([, speech]) => speech.kind !== 'order' && queues.get(speech.queue)?.state !== 'paused',
  );
  return [...first, ...rest];
}

/** Seconds that a call gives. */
export function secondsFor(speech: SpeechRecord, queue: QueueRecord | undefined): number {
  const ordinary = speech.kind === 'speech' || speech.kind === 'question';
  return (ordinary ? queue?.speech_seconds : queue?.reply_seconds) ?? 0;
}

function byCall(speeches: Speeches, states: SpeechRecord['state'][]): Entry<SpeechRecord>[] {
  return [...speeches]
    .filter(([, speech]) => states.includes(speech.state) && speech.called_at !== null)
    .sort(([one, a], [other, b]) => (b.called_at ?? 0) - (a.called_at ?? 0) || (one < other ? 1 : -1));
}
