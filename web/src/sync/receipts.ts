/** Codes of secret ballots: made by chance on this tablet, kept on it alone, by person and vote, until signing out. */

import type { Marks } from '../rules/ballots';

/** No letters that are read for one another: no I, L, O, U, 0, 1. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP = 4;

/** For example "7KQM-2XWD-H9TR-V4PC": 16 letters of 30, 78 random bits. */
export function newReceipt(): string {
  const groups = Array.from({ length: GROUPS }, () => Array.from({ length: GROUP }, letter).join(''));
  return groups.join('-');
}

function letter(): string {
  for (;;) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0]! & 31;
    if (byte < LETTERS.length) {
      return LETTERS[byte]!;
    }
  }
}

/** As people type it and as it stands in a list: case, spaces and dashes do not matter. */
export function sameReceipt(one: string, other: string): boolean {
  return tidy(one) !== '' && tidy(one) === tidy(other);
}

function tidy(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** `marks` is what was recorded last under this code; `at` the time of its record, null until that arrives. */
export interface Kept {
  receipt: string;
  marks: Marks | null;
  at: number | null;
}

const PLACE = 'icabinet.receipt.';

export class Receipts {
  constructor(
    private readonly storage: Storage,
    private readonly user: () => string,
  ) {}

  kept(vote: string): Kept | null {
    const text = this.storage.getItem(this.place(vote));
    return text ? (JSON.parse(text) as Kept) : null;
  }

  /** The code of this person's ballot in this vote: a changed ballot keeps its code. */
  forVote(vote: string): string {
    const known = this.kept(vote);
    return known ? known.receipt : this.keep(vote, { receipt: newReceipt(), marks: null, at: null }).receipt;
  }

  /** The server said that the ballot is durable. */
  recorded(vote: string, receipt: string, marks: Marks): void {
    this.keep(vote, { receipt, marks, at: null });
  }

  /** The record of the ballot arrived: what is kept is what was recorded at that time, and at no other. */
  stamp(vote: string, at: number): void {
    const known = this.kept(vote);
    if (known?.marks && known.at === null) {
      this.keep(vote, { ...known, at });
    }
  }

  /** What the ballot recorded at this time says, where this tablet knows it. */
  marksAt(vote: string, at: number): Marks | null {
    const known = this.kept(vote);
    return known && known.at === at ? known.marks : null;
  }

  /** At signing out: the next person at this tablet finds nothing of this one. */
  forgetAll(): void {
    const places = Array.from({ length: this.storage.length }, (_, index) => this.storage.key(index) ?? '');
    for (const place of places.filter(name => name.startsWith(PLACE))) {
      this.storage.removeItem(place);
    }
  }

  private keep(vote: string, kept: Kept): Kept {
    this.storage.setItem(this.place(vote), JSON.stringify(kept));
    return kept;
  }

  private place(vote: string): string {
    return `${PLACE}${this.user()}.${vote}`;
  }
}
