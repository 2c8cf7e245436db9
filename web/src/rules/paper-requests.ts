import type { PaperRequestRecord } from '../records';
import type { Entry } from './agenda';

type Rows<Row> = ReadonlyMap<string, Row>;

/** What a unit or a person still has to do something about is late after its deadline. */
export function isOverdue(request: Pick<PaperRequestRecord, 'state' | 'deadline'>, now: number): boolean {
  return (request.state === 'asked' || request.state === 'returned') && request.deadline < now;
}

export interface Standings {
  overdue: number;
  /** To be handed in, the overdue ones aside. */
  waiting: number;
  submitted: number;
}

/** How many requests stand where; what is approved counts no more. */
export function standings(
  requests: Iterable<Pick<PaperRequestRecord, 'state' | 'deadline'>>,
  now: number,
): Standings {
  const found = { overdue: 0, waiting: 0, submitted: 0 };
  for (const request of requests) {
    if (isOverdue(request, now)) {
      found.overdue += 1;
    } else if (request.state === 'submitted') {
      found.submitted += 1;
    } else if (request.state !== 'approved') {
      found.waiting += 1;
    }
  }
  return found;
}

/** The nearest deadline first; what is approved goes to the end. */
export function byDeadline(requests: Rows<PaperRequestRecord>): Entry<PaperRequestRecord>[] {
  const done = (request: PaperRequestRecord) => (request.state === 'approved' ? 1 : 0);
  return [...requests].sort(([, one], [, other]) => done(one) - done(other) || one.deadline - other.deadline);
}

/** Those that this person is asked by name or by unit; a secretary sees others' too. */
export function askedOf(
  requests: Rows<PaperRequestRecord>,
  user: string,
  unit: string,
): Entry<PaperRequestRecord>[] {
  return byDeadline(requests).filter(
    ([, { addressee }]) => addressee === `user:${user}` || (unit !== '' && addressee === `unit:${unit}`),
  );
}
