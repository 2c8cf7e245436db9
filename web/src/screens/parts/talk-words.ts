import { t } from '../../i18n';
import type { QueueRecord, SpeechRecord } from '../../records';
import type { Before } from '../../rules/queue-order';
import type { Stream } from '../../sync/stream';
import { nameOf } from './person';

/** "5 phút", "1 phút 30 giây", "45 giây". */
export function lengthWords(seconds: number): string {
  const words = t().voices;
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) {
    return words.seconds(rest);
  }
  return rest === 0 ? words.minutes(minutes) : words.minutesSeconds(minutes, rest);
}

/** What a speech is besides a speech, and whom it concerns; empty for a speech. */
export function aboutWords(stream: Stream, speech: SpeechRecord): string {
  return t().voices.toWhom[speech.kind](nameOf(stream, speech.to_user ?? ''));
}

export function nowWords(speech: SpeechRecord): string {
  return speech.state === 'paused' ? t().voices.pausedNow : t().voices.now[speech.kind];
}

export function orderWords({ policy }: QueueRecord): string {
  const { orderByHand, orderSaid, policies, policyHints } = t().voices;
  return policy === 'by-hand' ? orderByHand : orderSaid(policies[policy], policyHints[policy]);
}

/** "Đại biểu ở vị trí thứ 4: trước đại biểu là 3 người chưa phát biểu." */
export function placeWords(place: number, before: Before): string {
  const words = t().voices;
  const reasons = Object.keys(words.before) as (keyof Before)[];
  const said = reasons.flatMap(reason => {
    const count = before[reason];
    return count ? [words.before[reason](count)] : [];
  });
  const last = said.pop();
  if (last === undefined) {
    return words.first;
  }
  return words.place(place, said.length ? words.and(said.join(', '), last) : last);
}
