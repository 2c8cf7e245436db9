import { signal } from '@preact/signals';
import type { AnswerCirculation } from '../wire';
import { NetworkLost, sentence } from './api';
import { newId } from './ids';

/** `unrecorded`: no answer came, so it counts as not recorded until the person sends it again. */
export type OpinionState =
  | { phase: 'none' }
  | { phase: 'sending'; command: AnswerCirculation; key: string }
  | { phase: 'unrecorded'; command: AnswerCirculation; key: string }
  | { phase: 'refused'; why: string };

export type SendOpinion = (command: AnswerCirculation, key: string) => Promise<unknown>;

/** Sends an answer at once and never later by itself; sending again uses the same key, so it counts once. */
export class OpinionBox {
  readonly state = signal<OpinionState>({ phase: 'none' });

  constructor(private readonly send: SendOpinion) {}

  /** True when the server has recorded it. */
  answer(command: AnswerCirculation): Promise<boolean> {
    return this.attempt(command, newId());
  }

  async again(): Promise<boolean> {
    const state = this.state.peek();
    return state.phase === 'unrecorded' ? this.attempt(state.command, state.key) : false;
  }

  private async attempt(command: AnswerCirculation, key: string): Promise<boolean> {
    this.state.value = { phase: 'sending', command, key };
    try {
      await this.send(command, key);
      this.state.value = { phase: 'none' };
      return true;
    } catch (error) {
      this.state.value =
        error instanceof NetworkLost
          ? { phase: 'unrecorded', command, key }
          : { phase: 'refused', why: sentence(error) };
      return false;
    }
  }
}
