/** A pasted list "name;seat", one person a line, matched with the members before anything is saved. */

import type { MemberRecord } from '../records';
import { folded } from './names';
import { seatable } from './seats';

export type SeatFault = 'form' | 'nobody' | 'several' | 'no-seat' | 'person-twice' | 'seat-twice' | 'held';

export interface ListLine {
  /** In the pasted text, from 1. */
  number: number;
  said: string;
  seat: string;
  /** Only where nothing is wrong. */
  user?: string;
  fault?: SeatFault;
}

export interface Known {
  members: ReadonlyMap<string, MemberRecord>;
  /** Name to sign in with → member. */
  logins: Readonly<Record<string, string>>;
  seats: ReadonlySet<string>;
  /** Seat → who has it now. Those in the list give theirs up. */
  held: ReadonlyMap<string, string>;
}

const HEADINGS = /^(ghe|cho|cho ngoi|so ghe|seat)$/;

export function readSeatList(text: string, known: Known): ListLine[] {
  const lines = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line)
    .map(({ line, number }) => readLine(line, number, known));
  const first = lines[0];
  const body = first && HEADINGS.test(folded(first.seat)) ? lines.slice(1) : lines;
  return withoutClashes(body, known.held);
}

function readLine(line: string, number: number, known: Known): ListLine {
  const [said = '', place = ''] = line
    .split(/[;\t]|,(?=[^,]*$)/)
    .map(part => part.trim().replace(/^"(.*)"$/, '$1'));
  const seat = place.toUpperCase().replace(/\s/g, '');
  if (!said || !seat) {
    return { number, said: line, seat: '', fault: 'form' };
  }
  const found = whoIs(said, known);
  if (found.length !== 1) {
    return { number, said, seat, fault: found.length ? 'several' : 'nobody' };
  }
  return known.seats.has(seat)
    ? { number, said, seat, user: found[0]! }
    : { number, said, seat, fault: 'no-seat' };
}

/** By sign-in name, else by the name with its marks, else without them. */
function whoIs(said: string, { members, logins }: Known): string[] {
  const login = logins[said.toLowerCase()];
  if (login && members.has(login)) {
    return [members.get(login)?.stands_for || login];
  }
  const people = [...members].filter(([, member]) => seatable(member));
  const exact = people.filter(([, { name }]) => plain(name) === plain(said));
  const near = exact.length
    ? exact
    : people.filter(([, { name }]) => folded(plain(name)) === folded(plain(said)));
  return near.map(([user]) => user);
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Nobody twice, no seat twice, and no seat of somebody whom the list leaves where he is. */
function withoutClashes(lines: ListLine[], held: ReadonlyMap<string, string>): ListLine[] {
  const moving = new Set(lines.map(line => line.user));
  const people = new Set<string>();
  const seats = new Set<string>();
  return lines.map(({ user, ...line }) => {
    if (!user) {
      return line;
    }
    const sits = held.get(line.seat);
    const fault: SeatFault | undefined = people.has(user)
      ? 'person-twice'
      : seats.has(line.seat)
        ? 'seat-twice'
        : sits && !moving.has(sits)
          ? 'held'
          : undefined;
    if (fault) {
      return { ...line, fault };
    }
    people.add(user);
    seats.add(line.seat);
    return { ...line, user };
  });
}
