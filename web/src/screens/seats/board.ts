import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { VoteRecord } from '../../records';
import {
  ballotMark,
  CAST_MARKS,
  CHOICE_MARKS,
  PRESENCE_MARKS,
  PROGRESS_MARKS,
  presenceMark,
  progressMark,
  type SeatMark,
  voicesOf,
} from '../../rules/seat-looks';
import { neighbour, places, type SeatPlace, seatOf, sitters } from '../../rules/seats';
import type { Records } from '../../sync/records';
import type { RollCall } from '../../sync/roll-call';
import type { Stream } from '../../sync/stream';

/** What one seat shows. `user` sits there; empty on a free seat. */
export interface Look {
  mark: SeatMark;
  user: string;
  name: string;
  mine: boolean;
}

/** A vote by its name, '' for attendance and speakers, or only which seats are taken. */
export type View = string;
export const TAKEN = 'only taken';

const FREE: Look = { mark: 'free', user: '', name: '', mine: false };

/**
 * The seats of a plan, each with a signal of its own: an event that concerns one person redraws one seat, however
 * large the hall is.
 */
export class Board {
  readonly seats: readonly SeatPlace[];
  private readonly looks = new Map<string, Signal<Look>>();
  private readonly stops = new Map<string, Signal<boolean>>();
  private stop: string;
  private readonly end: () => void;

  constructor(
    readonly rows: readonly string[],
    stream: Pick<Stream, 'id' | 'records'>,
    view: ReadonlySignal<View>,
    user: string,
    private readonly ballotsOf: (vote: string) => ReadonlySignal<RollCall>,
  ) {
    this.seats = places(rows);
    for (const { name } of this.seats) {
      this.looks.set(name, signal(FREE));
      this.stops.set(name, signal(false));
    }
    this.end = effect(() => this.show(stream, view.value, user));
    const own = seatOf(user, stream.records.of('seat').peek(), stream.records.of('member').peek());
    this.stop = (own && this.stops.has(own) ? own : this.seats[0]?.name) ?? '';
    this.enter(this.stop);
  }

  look(seat: string): Signal<Look> {
    return this.looks.get(seat)!;
  }

  /** Whether the Tab key stops at this seat: at exactly one of them. */
  stopsAt(seat: string): Signal<boolean> {
    return this.stops.get(seat)!;
  }

  enter(seat: string): void {
    const [before, after] = [this.stops.get(this.stop), this.stops.get(seat)];
    if (before && after) {
      before.value = false;
      after.value = true;
      this.stop = seat;
    }
  }

  /** Moves the stop by an arrow key; gives the seat that the focus goes to. */
  move(key: string): string | undefined {
    const from = this.seats.find(({ name }) => name === this.stop);
    const to = from && neighbour(this.seats, from, key);
    if (to) {
      this.enter(to.name);
    }
    return to?.name;
  }

  dispose(): void {
    this.end();
  }

  private show(stream: Pick<Stream, 'id' | 'records'>, view: View, user: string): void {
    const { records } = stream;
    const [seats, members] = [records.of('seat').value, records.of('member').value];
    const sits = sitters(seats, members);
    const own = seatOf(user, seats, members);
    const mark = this.marker(stream.records, view);
    for (const [seat, held] of this.looks) {
      const sitter = sits.get(seat) ?? '';
      const name = sitter ? (members.get(sitter)?.name ?? '') : '';
      const next: Look = { mark: mark(sitter), user: sitter, name, mine: seat === own };
      if (!same(held.peek(), next)) {
        held.value = next;
      }
    }
  }

  /** Reads only the records that this view is made of. */
  private marker(records: Records, view: View): (user: string) => SeatMark {
    if (view === TAKEN) {
      return user => (user ? 'taken' : 'free');
    }
    const vote = records.row('vote', view);
    if (vote?.state === 'open' && vote.rule.secrecy === 'open') {
      const facts = { vote: view, voters: records.of('voter').value, voted: records.of('voted').value };
      return user => progressMark(user, facts);
    }
    if (vote && records.row('roll_call', view)) {
      const found = this.ballotsOf(view).value;
      const lines = new Map(found.state === 'ready' ? found.lines.map(line => [line.user, line]) : []);
      return user => ballotMark(user, lines);
    }
    return presenceMarker(records);
  }
}

function same(one: Look, other: Look): boolean {
  return (
    one.mark === other.mark && one.user === other.user && one.name === other.name && one.mine === other.mine
  );
}

function presenceMarker(records: Records): (user: string) => SeatMark {
  const facts = { attendance: records.of('attendance').value, ...voicesOf(records.of('speech').value) };
  return user => presenceMark(user, facts);
}

/** The marks that a view can show, in the order of its legend. */
export function marksOf({ records }: Pick<Stream, 'records'>, view: View): readonly SeatMark[] {
  const vote = records.row('vote', view);
  if (vote?.state === 'open' && vote.rule.secrecy === 'open') {
    return PROGRESS_MARKS;
  }
  if (vote && records.row('roll_call', view)) {
    return vote.rule.method === 'standard' ? CHOICE_MARKS : CAST_MARKS;
  }
  return PRESENCE_MARKS;
}

/** Votes that the plan can show: for the desk the open one (who has voted), for everybody those with a roll call. */
export function votesToShow({ records }: Pick<Stream, 'records'>, atDesk: boolean): [string, VoteRecord][] {
  const named = records.of('roll_call').value;
  return [...records.of('vote').value]
    .filter(
      ([id, vote]) => named.has(id) || (atDesk && vote.state === 'open' && vote.rule.secrecy === 'open'),
    )
    .sort(([, one], [, other]) => (other.opened_at ?? 0) - (one.opened_at ?? 0));
}
