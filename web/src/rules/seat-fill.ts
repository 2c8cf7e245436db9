/** Seating by unit: blocks of seats in the order of the units, within a unit by Vietnamese given names. */

import type { MemberRecord } from '../records';
import { compareNames } from './names';
import type { SeatPlace } from './seats';

export interface FillWish {
  /** Units as they come in the list of members, or by the alphabet. */
  order: 'list' | 'name';
  /** Every unit begins on a row of its own. */
  newRow: boolean;
}

export interface Filled {
  seats: { user: string; seat: string }[];
  /** Those for whom there was no seat left. */
  left: string[];
}

type People = readonly (readonly [user: string, member: MemberRecord])[];

/** `free` are the seats to fill, from the front; nobody gets two and no seat two people. */
export function fillByUnit(people: People, free: readonly SeatPlace[], { order, newRow }: FillWish): Filled {
  const filled: Filled = { seats: [], left: [] };
  let next = 0;
  for (const unit of unitsOf(people, order)) {
    const last = free[next - 1];
    if (newRow && last) {
      while (free[next]?.line === last.line) {
        next += 1;
      }
    }
    for (const [user] of unit) {
      const place = free[next];
      if (place) {
        filled.seats.push({ user, seat: place.name });
        next += 1;
      } else {
        filled.left.push(user);
      }
    }
  }
  return filled;
}

function unitsOf(people: People, order: FillWish['order']): People[] {
  const units = new Map<string, [string, MemberRecord][]>();
  for (const [user, member] of [...people].sort(([, one], [, other]) => one.order - other.order)) {
    units.set(member.unit, [...(units.get(member.unit) ?? []), [user, member]]);
  }
  const collator = new Intl.Collator('vi');
  const named = [...units];
  if (order === 'name') {
    named.sort(([one], [other]) => collator.compare(one, other));
  }
  return named.map(([, unit]) => unit.sort(([, one], [, other]) => compareNames(one.name, other.name)));
}
