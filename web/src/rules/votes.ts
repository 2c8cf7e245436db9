import type { MeetingRecord, ResultLine, VoteListRecord, VoteRecord } from '../records';
import type { Entry } from './agenda';

export { CHOICES, type Choice } from './ballots';

type Votes = ReadonlyMap<string, VoteRecord>;

/** Votes that have been opened, the newest first. */
export function held(votes: Votes): Entry<VoteRecord>[] {
  return [...votes]
    .filter(([, vote]) => vote.state !== 'prepared')
    .sort(([, a], [, b]) => (b.opened_at ?? 0) - (a.opened_at ?? 0));
}

/** The one vote that matters now: the open one, else the newest of this item or over since the item began. */
export function voteNow(votes: Votes, meeting: MeetingRecord | undefined): Entry<VoteRecord> | undefined {
  const all = held(votes);
  const since = meeting?.item_since ?? Number.POSITIVE_INFINITY;
  const over = (vote: VoteRecord) => vote.closed_at ?? vote.voided_at ?? 0;
  const recent = (vote: VoteRecord) => vote.item === meeting?.item || over(vote) >= since;
  return all.find(([, vote]) => vote.state === 'open') ?? all.find(([, vote]) => recent(vote));
}

/** How many votes somebody's ballot carries; 0 off the list of a vote that has one. */
export function weightOf(user: string, list: VoteListRecord | undefined): number {
  return list ? (list.voters.find(voter => voter.user === user)?.weight ?? 0) : 1;
}

/** Results of an election, the most votes first; those with equal votes keep the order of the ballot. */
export function ranked(lines: readonly ResultLine[]): ResultLine[] {
  return [...lines].sort((one, other) => other.for - one.for);
}
