import type { MemberRecord, OpeningRecord } from '../records';
import { compareNames } from './names';

const alphabet = new Intl.Collator('vi');

type Rows<Row> = ReadonlyMap<string, Row>;

/** Roles that a secret paper can name as a whole; the secretaries see every paper. */
export const READER_ROLES = ['chair', 'delegate', 'guest'] as const;

/** Units of the meeting in the order of the alphabet, with how many people each has here. */
export function unitsOf(members: Rows<MemberRecord>): [unit: string, people: number][] {
  const counts = new Map<string, number>();
  for (const member of members.values()) {
    if (member.unit && member.role !== 'screen') {
      counts.set(member.unit, (counts.get(member.unit) ?? 0) + 1);
    }
  }
  return [...counts].sort(([one], [other]) => alphabet.compare(one, other));
}

/** Everybody who can be named one by one, by given name. */
export function nameable(members: Rows<MemberRecord>): [user: string, member: MemberRecord][] {
  return [...members]
    .filter(([, member]) => member.role !== 'screen' && member.role !== 'secretary')
    .sort(([, one], [, other]) => compareNames(one.name, other.name));
}

export interface Opened {
  user: string;
  /** Milliseconds, the first opening first. */
  times: number[];
}

/** Who opened a paper and when, by name; somebody who left the meeting stays in the list by his id. */
export function openedBy(
  openings: Rows<OpeningRecord>,
  paper: string,
  nameOf: (user: string) => string,
): Opened[] {
  const found = new Map<string, number[]>();
  for (const opening of openings.values()) {
    if (opening.paper === paper) {
      found.set(opening.user, [...(found.get(opening.user) ?? []), opening.at]);
    }
  }
  return [...found]
    .map(([user, times]) => ({ user, times: times.sort((one, other) => one - other) }))
    .sort((one, other) => compareNames(nameOf(one.user), nameOf(other.user)));
}
