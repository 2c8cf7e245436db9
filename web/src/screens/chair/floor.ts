import { agenda } from '../../rules/agenda';
import type { Floor } from '../../rules/chair';
import { type Presence, presence } from '../../rules/quorum';
import { act } from '../../sync/cabinet';
import { ordersOf } from '../../sync/queue-orders';
import type { Stream } from '../../sync/stream';

/** Everything the chair steers; reading it in a component subscribes to all of it. */
export function floorOf({ id, records }: Stream): Floor | undefined {
  const meeting = records.row('meeting', id);
  return (
    meeting && {
      meeting,
      items: records.of('item').value,
      speeches: records.of('speech').value,
      queues: records.of('queue').value,
      orders: ordersOf(records).value,
      votes: records.of('vote').value,
    }
  );
}

export function presenceOf({ id, records }: Stream): Presence {
  const quorum = records.row('meeting', id)?.quorum ?? [2, 3];
  return presence(records.of('member').value, records.of('attendance').value, quorum);
}

/** 1 is the first item; 0 when there is no such item. */
export function placeOfItem({ records }: Stream, item: string | null | undefined): number {
  return agenda(records.of('item').value).findIndex(([id]) => id === item) + 1;
}

/** Tapping twice calls once: the answer is named after the question and how many answers it has had. */
export function callForAnswer(stream: Stream, question: string): Promise<boolean> {
  const answers = [...stream.records.of('speech').value.values()].filter(
    speech => speech.to_speech === question && speech.kind === 'answer',
  );
  const speech = `${question.slice(0, 30)}-a${answers.length + 1}`;
  return act(stream.id, { type: 'speech.answer', speech, question });
}
