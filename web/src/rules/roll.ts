import type { AttendanceRecord, MemberRecord, VotedRecord, VoterRecord } from '../records';
import { byName } from './names';

type Rows<Row> = ReadonlyMap<string, Row>;

/** Somebody in a list of names. */
export type Named = readonly [user: string, name: string];

export interface Roll {
  members: Rows<MemberRecord>;
  voters: Rows<VoterRecord>;
  voted: Rows<VotedRecord>;
}

/** Who is on the frozen roll of an open vote and has not voted yet, by given name. */
export function notYetVoted(vote: string, roll: Roll): Named[] {
  const missing = new Set<string>();
  for (const [line, voter] of roll.voters) {
    if (voter.vote === vote && !roll.voted.has(line)) {
      missing.add(voter.user);
    }
  }
  return byName(roll.members).flatMap(([user, { name }]) =>
    missing.has(user) ? [[user, name] as const] : [],
  );
}

export type Standing = AttendanceRecord['state'];
export const STANDINGS = ['present', 'absent', 'left', 'excused'] as const satisfies readonly Standing[];

/** How many of the members chosen by `counts` are present, absent, gone, excused; a substitute counts for both. */
export function standings(
  members: Rows<MemberRecord>,
  attendance: Rows<AttendanceRecord>,
  counts: (member: MemberRecord) => boolean,
): Record<Standing, number> & { all: number } {
  const tally = { present: 0, absent: 0, left: 0, excused: 0, all: 0 };
  for (const [user, member] of members) {
    if (counts(member) && !member.substitute) {
      tally[attendance.get(user)?.state ?? 'absent'] += 1;
      tally.all += 1;
    }
  }
  return tally;
}

/** Counted in the minutes as delegates: all of them, and a chair who has a vote. */
export const isDelegate = (member: MemberRecord) =>
  member.role === 'delegate' || (member.role === 'chair' && member.votes);
export const isGuest = (member: MemberRecord) => member.role === 'guest';
/** At the table without being counted: a chair who only presides, the secretary. */
export const isOther = (member: MemberRecord) =>
  !isDelegate(member) && !isGuest(member) && member.role !== 'screen';
