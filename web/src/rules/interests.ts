import type { InterestRecord, MemberRecord } from '../records';
import type { Entry } from './agenda';
import { compareNames } from './names';
import { votes } from './quorum';

type Rows<Row> = ReadonlyMap<string, Row>;

/** Declarations on an item, or of a person, the oldest first. */
export function declared(
  interests: Rows<InterestRecord>,
  of: { item?: string; user?: string },
): Entry<InterestRecord>[] {
  return [...interests]
    .filter(([, row]) => (of.item ?? row.item) === row.item && (of.user ?? row.user) === row.user)
    .sort(([one, a], [other, b]) => a.at - b.at || (one < other ? -1 : 1));
}

/** Everybody with a vote, by given name: only they have something to declare. */
export function withVote(members: Rows<MemberRecord>): Entry<MemberRecord>[] {
  return [...members]
    .filter(([, member]) => votes(member))
    .sort(([, one], [, other]) => compareNames(one.name, other.name));
}
