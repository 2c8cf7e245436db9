import type { MeetingRecord, VoteRecord } from '../records';
import type { Entry } from './agenda';

type Votes = ReadonlyMap<string, VoteRecord>;

export const CHOICES = ['for', 'against', 'other', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** Votes that have been opened, the newest first. */
export function held(votes: Votes): Entry<VoteRecord>[] {
  return [...votes]
    .filter(([, vote]) => vote.state !== 'prepared')
    .sort(([, a], [, b]) => (b.opened_at ?? 0) - (a.opened_at ?? 0));
}

/** The one vote that matters now: the open one, else the newest of this item or closed since the item began. */
export function voteNow(votes: Votes, meeting: MeetingRecord | undefined): Entry<VoteRecord> | undefined {
  const all = held(votes);
  const since = meeting?.item_since ?? Number.POSITIVE_INFINITY;
  const recent = (vote: VoteRecord) => vote.item === meeting?.item || (vote.closed_at ?? 0) >= since;
  return all.find(([, vote]) => vote.state === 'open') ?? all.find(([, vote]) => recent(vote));
}
