import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import type { Marks } from '../../rules/ballots';
import { votes as hasVote } from '../../rules/quorum';
import { exactTime } from '../../rules/time';
import { weightOf } from '../../rules/votes';
import { useRoom } from './state';

/** The own ballot as the server holds it; `marks` is null where only its being recorded is known. */
export interface Mine {
  at: number;
  marks: Marks | null;
}

/** The records of the own ballot have the id "<vote>.<user>". */
export function useMine(vote: string): Mine | undefined {
  const room = useRoom();
  const id = `${vote}.${room.user.value}`;
  const cast = room.stream.records.row('my_ballot', id);
  const sealed = room.stream.records.row('my_sealed', id);
  if (cast) {
    return { at: cast.at, marks: cast };
  }
  return sealed && { at: sealed.at, marks: room.receipts.marksAt(vote, sealed.at) };
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
      <p class="quiet small">{mineWords(vote, mine)}</p>
    </>
  );
}

function mineWords(vote: VoteRecord, mine: Mine | undefined): string {
  if (!mine) {
    return t().voting.none;
  }
  return vote.rule.secrecy === 'secret' || !mine.marks
    ? t().sealed.recordedAt(exactTime(mine.at))
    : t().voting.mine(ballotWords(vote, mine.marks));
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
