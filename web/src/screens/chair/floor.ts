import { signal } from '@preact/signals';
import { agenda } from '../../rules/agenda';
import type { Floor } from '../../rules/chair';
import { type Presence, presence } from '../../rules/quorum';
import type { Stream } from '../../sync/stream';

/** Minutes that the next speaker gets, as the chair chose last. */
export const callMinutes = signal(5);

export const CALL_MINUTES = [1, 2, 3, 5, 7, 10, 15, 20] as const;

/** Everything the chair steers; reading it in a component subscribes to all of it. */
export function floorOf({ id, records }: Stream): Floor | undefined {
  const meeting = records.row('meeting', id);
  return (
    meeting && {
      meeting,
      items: records.of('item').value,
      speeches: records.of('speech').value,
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
