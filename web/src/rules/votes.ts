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

/** Votes that everybody may read before they open, the one that was made first on top. */
export function announced(votes: Votes): Entry<VoteRecord>[] {
  return [...votes]
    .filter(([, vote]) => vote.state === 'prepared' && vote.announced)
    .sort(([one, a], [other, b]) => a.created_at - b.created_at || (one < other ? -1 : 1));
}

/**
 * The vote of a screen that shows votes: the one that matters now, so that a result is read until the next vote opens,
 * however many are announced; but one that was set aside leaves its place to the one that is announced.
 */
export function voteOnScreen(
  votes: Votes,
  meeting: MeetingRecord | undefined,
): Entry<VoteRecord> | undefined {
  const now = voteNow(votes, meeting);
  const [next] = announced(votes);
  return now && now[1].state !== 'void' ? now : (next ?? now);
}

/** How many votes somebody's ballot carries; 0 off the list of a vote that has one. */
export function weightOf(user: string, list: VoteListRecord | undefined): number {
  return list ? (list.voters.find(voter => voter.user === user)?.weight ?? 0) : 1;
}

/** Results of an election, the most votes first; those with equal votes keep the order of the ballot. */
export function ranked(lines: readonly ResultLine[]): ResultLine[] {
  return [...lines].sort((one, other) => other.for - one.for);
}
