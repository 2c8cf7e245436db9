import type { AttendanceRecord, MemberRecord, VoteListRecord } from '../records';
import { byName } from './names';
import { votes as hasVote } from './quorum';
import type { Named } from './roll';

type Rows<Row> = ReadonlyMap<string, Row>;

export interface Readiness {
  /** All who may vote. */
  all: number;
  /** Of these, those who are checked in: they make the roll. */
  present: number;
  /** Of these, those whose tablet is connected too. */
  ready: number;
  /** Those not checked in, and of those checked in whose tablet is away; by given name. */
  absent: Named[];
  away: Named[];
}

/** Who could vote if the vote opened now. */
export function readiness(
  members: Rows<MemberRecord>,
  attendance: Rows<AttendanceRecord>,
  online: ReadonlySet<string>,
  list: VoteListRecord | undefined,
): Readiness {
  const listed = list && new Set(list.voters.map(voter => voter.user));
  const found: Readiness = { all: 0, present: 0, ready: 0, absent: [], away: [] };
  for (const [user, member] of byName(members)) {
    if (hasVote(member) && (!listed || listed.has(user))) {
      count(found, [user, member.name], attendance.get(user)?.state === 'present', online.has(user));
    }
  }
  return found;
}

function count(found: Readiness, name: Named, present: boolean, online: boolean): void {
  found.all += 1;
  if (!present) {
    found.absent.push(name);
    return;
  }
  found.present += 1;
  if (online) {
    found.ready += 1;
  } else {
    found.away.push(name);
  }
}
