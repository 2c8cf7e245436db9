/** Who voted how in the open votes that were published: fetched when somebody looks, kept while the page lives. */

import { type Signal, signal } from '@preact/signals';
import type { MyBallotRecord } from '../records';
import { get, Refusal, sentence } from './api';
import { whenFinished } from './finishing';

/** One line of the roll; what a ballot does not say is left out. */
export interface BallotLine extends Partial<Pick<MyBallotRecord, 'choice' | 'opinion' | 'picks' | 'marks'>> {
  user: string;
  cast?: boolean;
  weight?: number;
}

export type RollCall =
  | { state: 'loading' }
  | { state: 'failed'; reason: string }
  | { state: 'ready'; lines: readonly BallotLine[] };

/** A lost network is tried again by itself: nobody stands before a wall. */
const AGAIN = 5000;

const held = new Map<string, Signal<RollCall>>();
whenFinished(() => held.clear());

/** A published roll call never changes; a vote that is made void loses its record, and nobody asks here any more. */
export function rollCallOf(stream: string, vote: string): Signal<RollCall> {
  const path = pathOf(stream, vote);
  let found = held.get(path);
  if (!found) {
    found = signal<RollCall>({ state: 'loading' });
    held.set(path, found);
    void load(path, found);
  }
  return found;
}

/** After a failure. */
export function askAgain(stream: string, vote: string): void {
  const path = pathOf(stream, vote);
  const found = held.get(path);
  if (found) {
    found.value = { state: 'loading' };
    void load(path, found);
  }
}

function pathOf(stream: string, vote: string): string {
  return `/api/streams/${encodeURIComponent(stream)}/votes/${encodeURIComponent(vote)}/roll-call`;
}

async function load(path: string, into: Signal<RollCall>): Promise<void> {
  try {
    const { lines } = await get<{ lines: BallotLine[] }>(path);
    into.value = { state: 'ready', lines };
  } catch (error) {
    into.value = { state: 'failed', reason: sentence(error) };
    if (!(error instanceof Refusal) && held.get(path) === into) {
      setTimeout(() => into.peek().state === 'failed' && load(path, into), AGAIN);
    }
  }
}
