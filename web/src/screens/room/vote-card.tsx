import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { votes as hasVote } from '../../rules/quorum';
import { weightOf } from '../../rules/votes';
import { Badge, type Tone } from '../../ui/badge';
import { Bar } from '../../ui/bar';
import { Card } from '../../ui/card';
import type { IconName } from '../../ui/icon';
import { VoteClock } from '../parts/deadline';
import { LiveTally } from '../parts/live-tally';
import { Result } from '../parts/result';
import { RollCallButton, RollCallDialog } from '../parts/roll-call';
import { RuleTerms } from '../parts/rule-terms';
import { BallotPaper } from './ballot-paper';
import { FindBallot } from './find-ballot';
import { OwnBallot, useMine } from './own-ballot';
import { useRaise, useRoom } from './state';
import './vote-card.css';

const LOOKS: Record<Exclude<VoteRecord['state'], 'prepared'>, readonly [IconName, Tone]> = {
  open: ['vote', 'primary'],
  closed: ['lock', 'plain'],
  published: ['lock', 'plain'],
  void: ['circleX', 'warn'],
};

/** Letters; a longer question is set smaller, so that the choices are not pushed out of sight. */
const LONG = 90;

/** One vote from opening to result: question, rule, the ballot, what is recorded, and the outcome. */
export function VoteCard({ vote: [id, vote], label }: { vote: Entry<VoteRecord>; label?: string }) {
  const room = useRoom();
  const raise = useRaise();
  const result = room.stream.records.row('result', id);
  const open = vote.state === 'open';
  const recorded = useMine(id) !== undefined;
  return (
    <Card tone={open ? 'primary' : 'plain'} class="vote-card" label={label ?? t().voting.heading}>
      <State vote={vote} />
      <h3 class={vote.question.length > LONG ? 'long' : ''}>{vote.question}</h3>
      {!result && <p class="quiet small">{vote.rule_text}</p>}
      {open && !recorded && <SecrecySaid vote={vote} />}
      {open && <VoteClock vote={vote} />}
      {open && <Part vote={[id, vote]} />}
      {open && recorded && <SecrecySaid vote={vote} />}
      {!result && vote.state !== 'void' && <Progress vote={id} />}
      {!result && <RuleTerms rule={vote.rule} list={room.stream.records.row('vote_list', id)} />}
      {open && <LiveTally stream={room.stream} vote={[id, vote]} />}
      {!open && <OwnBallot vote={[id, vote]} />}
      {vote.state === 'void' && <p class="vote-void">{t().ballot.voidReason(vote.reason)}</p>}
      {result && <Result vote={vote} result={result} />}
      <RollCallButton
        stream={room.stream}
        vote={[id, vote]}
        onShow={() =>
          raise(close => <RollCallDialog stream={room.stream} vote={[id, vote]} onClose={close} />)
        }
      />
      {vote.rule.secrecy === 'secret' && vote.state !== 'open' && <FindBallot vote={[id, vote]} />}
    </Card>
  );
}

function State({ vote }: { vote: VoteRecord }) {
  const [icon, tone] = LOOKS[vote.state === 'prepared' ? 'closed' : vote.state];
  return (
    <div class="row">
      <Badge icon={icon} tone={tone}>
        {stateWord(vote)}
      </Badge>
      {vote.rule.secrecy === 'secret' && <Badge icon="lock">{t().ballot.secret}</Badge>}
      {vote.repeats && <Badge icon="rotateCcw">{t().ballot.repeats}</Badge>}
    </div>
  );
}

/**
 * Who will know of the ballot, and how little secret means in a group so small. Said before the choices; once a ballot is
 * recorded, below them, where "recorded" has taken its lines: the choices stay in sight and under the finger.
 */
function SecrecySaid({ vote }: { vote: VoteRecord }) {
  if (vote.rule.secrecy !== 'secret') {
    return <p class="quiet small">{t().namedBallots.notice}</p>;
  }
  return (
    <>
      <p class="small">{t().sealed.hint}</p>
      {vote.thin && (
        <Badge icon="triangleAlert" tone="warn">
          {t().sealed.thin}
        </Badge>
      )}
    </>
  );
}

export function stateWord({ state, rule }: VoteRecord): string {
  switch (state) {
    case 'open':
      return t().voting.open;
    case 'published':
      return t().voting.published;
    case 'void':
      return t().ballot.voided;
    default:
      return rule.shows === 'publish' ? t().voting.closed : t().voting.published;
  }
}

/** The ballot, for those who have one. */
function Part({ vote }: { vote: Entry<VoteRecord> }) {
  const room = useRoom();
  const { records } = room.stream;
  const weight = weightOf(room.user.value, records.row('vote_list', vote[0]));
  if (weight === 0 || !hasVote(records.row('member', room.user.value))) {
    return <p class="quiet">{t().voting.notYours}</p>;
  }
  return (
    <>
      {weight > 1 && <p class="small">{t().ballot.weight(weight)}</p>}
      <BallotPaper vote={vote} />
    </>
  );
}

function Progress({ vote }: { vote: string }) {
  const progress = useRoom().stream.records.row('progress', vote);
  if (!progress) {
    return null;
  }
  const said = t().voting.progress(progress.cast, progress.of);
  return <Bar label={said} said="" value={progress.cast} of={progress.of} />;
}
