import { t } from '../../i18n';
import type { MyBallotRecord, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import type { Marks } from '../../rules/ballots';
import { votes as hasVote } from '../../rules/quorum';
import { weightOf } from '../../rules/votes';
import { useRoom } from './state';

/** The record of the own ballot has the id "<vote>.<user>". */
export function useMine(vote: string): MyBallotRecord | undefined {
  const room = useRoom();
  return room.stream.records.row('my_ballot', `${vote}.${room.user.value}`);
}

/** What the own ballot says, once the vote is over. */
export function OwnBallot({ vote: [id, vote] }: { vote: Entry<VoteRecord> }) {
  const room = useRoom();
  const mine = useMine(id);
  const own = room.ballots.state.value;
  const { records } = room.stream;
  if (
    !hasVote(records.row('member', room.user.value)) ||
    !weightOf(room.user.value, records.row('vote_list', id))
  ) {
    return null;
  }
  return (
    <>
      {own.phase === 'refused' && own.poll.id === id && (
        <p class="ballot-trouble" role="status">
          {t().voting.refused(own.why)}
        </p>
      )}
      <p class="quiet small">{mine ? t().voting.mine(ballotWords(vote, mine)) : t().voting.none}</p>
    </>
  );
}

/** A ballot in a few words: the choice, the names picked, or how many got which mark. */
export function ballotWords({ rule, options }: VoteRecord, { choice, picks, marks }: Marks): string {
  switch (rule.method) {
    case 'standard':
      return choice ? t().voting.choices[choice] : '';
    case 'list': {
      const picked = options.filter(option => picks.includes(option.id));
      return picked.map(option => option.label).join(', ') || t().ballot.blank;
    }
    case 'candidates': {
      const given = Object.values(marks);
      const count = (mark: string) => given.filter(one => one === mark).length;
      return t().ballot.markCounts(count('for'), count('against'), count('abstain'));
    }
  }
}
