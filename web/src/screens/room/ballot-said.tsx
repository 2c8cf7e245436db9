import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import type { Marks } from '../../rules/ballots';
import { exactTime } from '../../rules/time';
import type { BallotState } from '../../sync/ballot';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { ballotWords, type Mine } from './own-ballot';
import { ReceiptCode } from './receipt-code';
import { useRoom } from './state';

export type OwnState = BallotState;

export interface SaidProps {
  vote: Entry<VoteRecord>;
  own: OwnState;
  mine: Mine | undefined;
}

/** What became of the ballot, never more than is known. */
export function BallotSaid(said: SaidProps) {
  const { own, mine, vote } = said;
  const recorded = recordedOf(own, mine);
  return (
    <div class="ballot-said" role="status">
      <Unsettled {...said} />
      {recorded && <Recorded vote={vote[1]} marks={recorded.marks} at={recorded.at} />}
    </div>
  );
}

/** For a page that closes once the ballot is recorded: only what keeps it open. */
export function UnsettledSaid(said: SaidProps) {
  return (
    <div class="ballot-said" role="status">
      <Unsettled {...said} />
    </div>
  );
}

function Unsettled({ vote: [, vote], own, mine }: SaidProps) {
  switch (own.phase) {
    case 'sending':
      return <p>{sendingWords(vote, own.marks)}</p>;
    case 'unrecorded':
      return <Unrecorded vote={vote} marks={own.marks} mine={mine} />;
    case 'refused':
      return <p class="ballot-trouble">{t().voting.refused(own.why)}</p>;
    default:
      return null;
  }
}

function recordedOf(own: OwnState, mine: Mine | undefined): Mine | null {
  return own.phase === 'recorded' ? own : own.phase === 'none' && mine ? mine : null;
}

/** The code of a recorded secret ballot; below the ballot, so that its choices stay where they were. */
export function OwnReceipt({ vote: [id, vote], own, mine }: SaidProps) {
  const receipt = useRoom().receipts.kept(id)?.receipt;
  return recordedOf(own, mine) && receipt && vote.rule.secrecy === 'secret' ? (
    <ReceiptCode receipt={receipt} />
  ) : null;
}

function sendingWords(vote: VoteRecord, marks: Marks): string {
  return vote.rule.method === 'standard' ? t().voting.sending(ballotWords(vote, marks)) : t().ballot.sending;
}

interface UnrecordedProps {
  vote: VoteRecord;
  marks: Marks;
  mine: Mine | undefined;
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

function unrecordedWords(vote: VoteRecord, marks: Marks, mine: Mine | undefined): string {
  if (vote.rule.method !== 'standard' || (mine && !mine.marks)) {
    return mine ? t().ballot.unrecordedChange : t().ballot.unrecorded;
  }
  const word = ballotWords(vote, marks);
  return mine?.marks
    ? t().voting.unrecordedChange(word, ballotWords(vote, mine.marks))
    : t().voting.unrecorded(word);
}

function Recorded({ vote, marks, at }: { vote: VoteRecord; marks: Marks | null; at: number }) {
  const time = exactTime(at);
  return (
    <>
      <Badge icon="circleCheck" tone="good">
        {marks ? t().voting.recorded(ballotWords(vote, marks), time) : t().sealed.recordedAt(time)}
      </Badge>
      <p class="quiet small">{t().voting.changeable}</p>
    </>
  );
}
