import { type Signal, signal } from '@preact/signals';
import { type Marks, NO_MARKS, sameMarks } from '../rules/ballots';
import type { CastBallot, SealBallot } from '../wire';
import { NetworkLost, sentence } from './api';
import { newId } from './ids';

/** The vote a ballot is for. */
export interface Poll {
  id: string;
  /** Of a secret vote only: the ballot is sealed under this code, which stands in no other request. */
  sealed?: Sealing;
}

export interface Sealing {
  receipt: string;
  /** When the own sealed ballot was recorded that stood before this one; 0 for the first. */
  before: number;
}

interface Attempt {
  poll: Poll;
  marks: Marks;
  key: string;
}

/**
 * `sending`: on its way. `recorded`: the server said that it is durable. `unrecorded`: no answer came, so it counts as
 * not recorded until the person sends it again. `refused`: the server said no.
 */
export type BallotState =
  | { phase: 'none' }
  | (Attempt & { phase: 'sending' })
  | (Attempt & { phase: 'recorded'; at: number })
  | (Attempt & { phase: 'unrecorded' })
  | (Attempt & { phase: 'refused'; why: string });

export type SendBallot = (command: CastBallot | SealBallot, key: string) => Promise<unknown>;

/** Told when the server has recorded a ballot, before anybody reads so. */
export type WhenRecorded = (poll: Poll, marks: Marks) => void;

/** Casts ballots at once and never later by itself; sending again uses the same key, so it counts once. */
export class BallotBox {
  readonly state = signal<BallotState>({ phase: 'none' });
  private readonly drafts = new Map<string, Signal<Marks>>();

  constructor(
    private readonly send: SendBallot,
    private readonly now: () => number,
    private readonly whenRecorded: WhenRecorded = () => {},
  ) {}

  /** The ballot that is being filled in: only the person's own taps change it, never an event. */
  draft(vote: string, first: Marks = NO_MARKS): Signal<Marks> {
    const known = this.drafts.get(vote) ?? signal(first);
    this.drafts.set(vote, known);
    return known;
  }

  cast(poll: Poll, marks: Marks): Promise<void> {
    return this.attempt({ poll, marks, key: newId() });
  }

  async again(): Promise<void> {
    const state = this.state.value;
    if (state.phase === 'unrecorded') {
      const { phase: _, ...attempt } = state;
      await this.attempt(attempt);
    }
  }

  /** A record of the own ballot arrived: it is the truth about what was sent, whatever the network did. */
  settle(vote: string, recorded: Marks): void {
    const state = this.state.peek();
    if (state.phase === 'none' || state.poll.id !== vote) {
      return;
    }
    if (state.phase === 'recorded' || sameMarks(state.marks, recorded)) {
      this.state.value = { phase: 'none' };
    }
  }

  /**
   * A record arrived that a sealed ballot of this person was recorded at this time. It does not say what it holds: it
   * settles a ballot that waits for its answer no more, and one that was recorded before is nothing new.
   */
  settleSealed(vote: string, at: number): void {
    const state = this.state.peek();
    if (state.phase === 'none' || state.phase === 'sending' || state.poll.id !== vote) {
      return;
    }
    if (at !== state.poll.sealed?.before) {
      this.state.value = { phase: 'none' };
    }
  }

  private async attempt(attempt: Attempt): Promise<void> {
    this.state.value = { ...attempt, phase: 'sending' };
    const after = await this.outcome(commandOf(attempt), attempt);
    if (this.isCurrent(attempt)) {
      this.state.value = after;
    }
  }

  private async outcome(command: CastBallot | SealBallot, attempt: Attempt): Promise<BallotState> {
    try {
      await this.send(command, attempt.key);
      this.whenRecorded(attempt.poll, attempt.marks);
      return { ...attempt, phase: 'recorded', at: this.now() };
    } catch (error) {
      if (error instanceof NetworkLost) {
        return { ...attempt, phase: 'unrecorded' };
      }
      return { ...attempt, phase: 'refused', why: sentence(error) };
    }
  }

  /** Another choice was tapped meanwhile, or the record settled it already. */
  private isCurrent(attempt: Attempt): boolean {
    const state = this.state.peek();
    return state.phase === 'sending' && state.key === attempt.key;
  }
}

/** Only what is filled in travels. */
function commandOf({ poll, marks }: Attempt): CastBallot | SealBallot {
  const command: CastBallot | SealBallot = poll.sealed
    ? { type: 'ballot.seal', vote: poll.id, receipt: poll.sealed.receipt }
    : { type: 'ballot.cast', vote: poll.id };
  if (marks.choice) {
    command.choice = marks.choice;
  }
  if (marks.opinion) {
    command.opinion = marks.opinion;
  }
  if (marks.picks.length) {
    command.picks = marks.picks;
  }
  if (Object.keys(marks.marks).length) {
    command.marks = marks.marks;
  }
  return command;
}
