import type { MemberRecord } from '../records';
import type { Entry } from './agenda';
import { isDelegate, isGuest } from './roll';

/** Rows of the minutes' attendance table: name, title, unit, state, time. */
export type AttendanceRow = string[];

export interface AttendanceTables {
  delegates: AttendanceRow[];
  guests: AttendanceRow[];
}

/** The minutes print delegates and guests in two tables; the rows come in the members' order, both together. */
export function apart(rows: AttendanceRow[], members: ReadonlyMap<string, MemberRecord>): AttendanceTables {
  const listed = inOrder(members).filter(([, member]) => isDelegate(member) || isGuest(member));
  const tables: AttendanceTables = { delegates: [], guests: [] };
  for (const [place, row] of rows.entries()) {
    const member = listed[place]?.[1];
    (member && isGuest(member) ? tables.guests : tables.delegates).push(row);
  }
  return tables;
}

export function inOrder(members: ReadonlyMap<string, MemberRecord>): Entry<MemberRecord>[] {
  return [...members].sort(([, one], [, other]) => one.order - other.order);
}
