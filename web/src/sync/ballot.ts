import { signal } from '@preact/signals';
import type { Choice } from '../rules/votes';
import type { CastBallot } from '../wire';
import { NetworkLost, sentence } from './api';
import { newId } from './ids';

interface Attempt {
  vote: string;
  choice: Choice;
  opinion: string;
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

export type SendBallot = (command: CastBallot, key: string) => Promise<unknown>;

/** Casts ballots at once and never later by itself; sending again uses the same key, so it counts once. */
export class BallotBox {
  readonly state = signal<BallotState>({ phase: 'none' });

  constructor(
    private readonly send: SendBallot,
    private readonly now: () => number,
  ) {}

  cast(vote: string, choice: Choice, opinion = ''): Promise<void> {
    return this.attempt({ vote, choice, opinion, key: newId() });
  }

  async again(): Promise<void> {
    const state = this.state.value;
    if (state.phase === 'unrecorded') {
      const { phase: _, ...attempt } = state;
      await this.attempt(attempt);
    }
  }

  /** A record of the own ballot arrived: it is the truth about what was sent, whatever the network did. */
  settle(vote: string, choice: Choice, opinion: string): void {
    const state = this.state.peek();
    if (state.phase === 'none' || state.vote !== vote) {
      return;
    }
    if (state.phase === 'recorded' || (state.choice === choice && state.opinion === opinion)) {
      this.state.value = { phase: 'none' };
    }
  }

  private async attempt(attempt: Attempt): Promise<void> {
    this.state.value = { ...attempt, phase: 'sending' };
    const command: CastBallot = { type: 'ballot.cast', vote: attempt.vote, choice: attempt.choice };
    if (attempt.opinion) {
      command.opinion = attempt.opinion;
    }
    const after = await this.outcome(command, attempt);
    if (this.isCurrent(attempt)) {
      this.state.value = after;
    }
  }

  private async outcome(command: CastBallot, attempt: Attempt): Promise<BallotState> {
    try {
      await this.send(command, attempt.key);
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
