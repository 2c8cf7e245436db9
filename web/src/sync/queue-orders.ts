import { computed, type ReadonlySignal } from '@preact/signals';
import { type Orders, QUEUES } from '../rules/queue';
import { orderOf } from '../rules/queue-order';
import type { Records } from './records';

const known = new WeakMap<Records, ReadonlySignal<Orders>>();

/** Who waits in both queues, in the declared order; worked out once for whatever shows it. */
export function ordersOf(records: Records): ReadonlySignal<Orders> {
  let found = known.get(records);
  if (!found) {
    found = computed(() => orders(records));
    known.set(records, found);
  }
  return found;
}

function orders(records: Records): Orders {
  const speeches = records.of('speech').value;
  const members = records.of('member').value;
  const former = records.of('former_member').value;
  const unitOf = (user: string) => (members.get(user) ?? former.get(user))?.unit ?? '';
  return new Map(
    QUEUES.flatMap(queue => {
      const policy = records.row('queue', queue)?.policy;
      return policy ? [[queue, orderOf(queue, policy, speeches, unitOf)] as const] : [];
    }),
  );
}
