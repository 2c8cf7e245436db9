/** The published ballots of secret votes: fetched when somebody looks for his own, kept while the page lives. */

import { type Signal, signal } from '@preact/signals';
import type { BoxBallot } from '../records';
import { get, sentence } from './api';
import { whenFinished } from './finishing';

export type SealedList =
  | { state: 'loading' }
  | { state: 'failed'; reason: string }
  /** In the order of the receipts. */
  | { state: 'ready'; ballots: readonly BoxBallot[] };

const held = new Map<string, Signal<SealedList>>();
whenFinished(() => held.clear());

/** A published list never changes. */
export function sealedListOf(stream: string, vote: string): Signal<SealedList> {
  const path = `/api/streams/${encodeURIComponent(stream)}/votes/${encodeURIComponent(vote)}/sealed-list`;
  let found = held.get(path);
  if (!found) {
    found = signal<SealedList>({ state: 'loading' });
    held.set(path, found);
    void load(path, found);
  }
  return found;
}

async function load(path: string, into: Signal<SealedList>): Promise<void> {
  try {
    const { ballots } = await get<{ ballots: BoxBallot[] }>(path);
    into.value = { state: 'ready', ballots };
  } catch (error) {
    held.delete(path); // the next look asks again
    into.value = { state: 'failed', reason: sentence(error) };
  }
}
