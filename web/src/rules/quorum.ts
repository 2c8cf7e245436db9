import type { AttendanceRecord, MemberRecord, VoteRecord } from '../records';

export interface Presence {
  /** Those who count: chair and delegates with a vote. */
  present: number;
  all: number;
  needed: number;
  quorate: boolean;
  /** Everybody who is here, and everybody who was asked to come, guests and secretaries apart. */
  guestsPresent: number;
  guests: number;
}

type Rows<Row> = ReadonlyMap<string, Row>;

/** Compared as whole numbers: present × denominator ≥ all × numerator. */
export function presence(
  members: Rows<MemberRecord>,
  attendance: Rows<AttendanceRecord>,
  [numerator, denominator]: readonly [number, number],
): Presence {
  const here = (id: string) => attendance.get(id)?.state === 'present';
  const voters = [...members].filter(([, member]) => votes(member));
  const guests = [...members].filter(([, member]) => member.role === 'guest');
  const present = voters.filter(([id]) => here(id)).length;
  return {
    present,
    all: voters.length,
    needed: Math.ceil((voters.length * numerator) / denominator),
    quorate: voters.length > 0 && present * denominator >= voters.length * numerator,
    guestsPresent: guests.filter(([id]) => here(id)).length,
    guests: guests.length,
  };
}

export function votes(member: MemberRecord | undefined): boolean {
  return Boolean(member?.votes && (member.role === 'chair' || member.role === 'delegate'));
}

type Asked = Pick<VoteRecord['rule'], 'quorum_number' | 'quorum_numerator' | 'quorum_denominator'>;

/** How many are missing before a vote under this rule can be opened; the server decides in the end. */
export function missingFor(rule: Asked, { present, all }: Pick<Presence, 'present' | 'all'>): number {
  const share = Math.ceil((all * rule.quorum_numerator) / rule.quorum_denominator);
  return Math.max(0, Math.max(1, rule.quorum_number || share) - present);
}
