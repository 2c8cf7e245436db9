import { t } from '../../i18n';
import type { MyBallotRecord, VoteRecord } from '../../records';
import type { Marks } from '../../rules/ballots';
import { exactTime } from '../../rules/time';
import type { BallotState } from '../../sync/ballot';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { ballotWords } from './own-ballot';
import { useRoom } from './state';

export type OwnState = BallotState;

interface SaidProps {
  vote: VoteRecord;
  own: OwnState;
  mine: MyBallotRecord | undefined;
}

/** What became of the ballot, never more than is known. */
export function BallotSaid({ vote, own, mine }: SaidProps) {
  const recorded =
    own.phase === 'recorded' ? own : own.phase === 'none' && mine ? { marks: mine, at: mine.at } : null;
  return (
    <div class="ballot-said" role="status">
      {own.phase === 'sending' && <p>{sendingWords(vote, own.marks)}</p>}
      {own.phase === 'unrecorded' && <Unrecorded vote={vote} marks={own.marks} mine={mine} />}
      {own.phase === 'refused' && <p class="ballot-trouble">{t().voting.refused(own.why)}</p>}
      {recorded && <Recorded vote={vote} marks={recorded.marks} at={recorded.at} />}
    </div>
  );
}

function sendingWords(vote: VoteRecord, marks: Marks): string {
  return vote.rule.method === 'standard' ? t().voting.sending(ballotWords(vote, marks)) : t().ballot.sending;
}

interface UnrecordedProps {
  vote: VoteRecord;
  marks: Marks;
  mine: MyBallotRecord | undefined;
}

function Unrecorded({ vote, marks, mine }: UnrecordedProps) {
  const { ballots } = useRoom();
  return (
    <>
      <p class="ballot-trouble">{unrecordedWords(vote, marks, mine)}</p>
      <Button kind="primary" wide icon="refreshCw" onClick={() => ballots.again()}>
        {t().voting.again}
      </Button>
    </>
  );
}

function unrecordedWords(vote: VoteRecord, marks: Marks, mine: MyBallotRecord | undefined): string {
  if (vote.rule.method !== 'standard') {
    return mine ? t().ballot.unrecordedChange : t().ballot.unrecorded;
  }
  const word = ballotWords(vote, marks);
  return mine ? t().voting.unrecordedChange(word, ballotWords(vote, mine)) : t().voting.unrecorded(word);
}

function Recorded({ vote, marks, at }: { vote: VoteRecord; marks: Marks; at: number }) {
  return (
    <>
      <Badge icon="circleCheck" tone="good">
        {t().voting.recorded(ballotWords(vote, marks), exactTime(at))}
      </Badge>
      <p class="quiet small">{t().voting.changeable}</p>
    </>
  );
}
