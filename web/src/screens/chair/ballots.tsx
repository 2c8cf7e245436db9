import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { votesByUrgency } from '../../rules/chair';
import { time } from '../../rules/time';
import type { Stream } from '../../sync/stream';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import type { IconName } from '../../ui/icon';
import { Empty } from '../../ui/waiting';
import { VoteClock } from '../parts/deadline';
import { LiveTally } from '../parts/live-tally';
import { Result } from '../parts/result';
import { RollCallButton, RollCallDialog } from '../parts/roll-call';
import { Asked, type Asking } from './asking';
import { placeOfItem } from './floor';
import { Interests } from './interests';
import { PrepareVote } from './prepare-vote';
import { Missing, Progress } from './progress';
import { Ready } from './readiness';
import { quorumWords } from './rule-words';
import { SetAside, type SettingAside } from './set-aside';
import { Tallies } from './tallies';
import { VoteActs } from './vote-acts';

/** What a vote's buttons lead to; each opens one dialog. */
export interface Leads {
  ask: (asking: Asking) => void;
  edit: (vote: string) => void;
  setAside: (what: SettingAside) => void;
  rollCall: (vote: string) => void;
}

type Shown =
  | { dialog: 'form'; edited?: string }
  | { dialog: 'ask'; asking: Asking }
  | { dialog: 'aside'; aside: SettingAside }
  | { dialog: 'roll-call'; vote: string };

/** All votes of the meeting; the chair opens, closes and publishes, the secretary prepares. */
export function Ballots({ stream }: { stream: Stream }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const votes = votesByUrgency(stream.records.of('vote').value);
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  const close = () => setShown(null);
  const leads: Leads = {
    ask: asking => setShown({ dialog: 'ask', asking }),
    edit: edited => setShown({ dialog: 'form', edited }),
    setAside: aside => setShown({ dialog: 'aside', aside }),
    rollCall: vote => setShown({ dialog: 'roll-call', vote }),
  };
  const called = votes.find(([id]) => shown?.dialog === 'roll-call' && id === shown.vote);
  return (
    <div class="stack">
      {!ended && (
        <Button icon="plus" onClick={() => setShown({ dialog: 'form' })}>
          {t().ballots.prepare}
        </Button>
      )}
      {votes.length === 0 && <Empty icon="vote">{t().ballots.none}</Empty>}
      {votes.map(vote => (
        <Ballot key={vote[0]} stream={stream} vote={vote} leads={leads} />
      ))}
      <Interests stream={stream} />
      {shown?.dialog === 'form' && <PrepareVote stream={stream} edited={shown.edited} onClose={close} />}
      {shown?.dialog === 'ask' && <Asked stream={stream} asking={shown.asking} onClose={close} />}
      {shown?.dialog === 'aside' && <SetAside stream={stream} aside={shown.aside} onClose={close} />}
      {called && <RollCallDialog stream={stream} vote={called} onClose={close} />}
    </div>
  );
}

export const VOTE_LOOKS: Record<VoteRecord['state'], readonly [IconName, Tone]> = {
  prepared: ['circle', 'plain'],
  open: ['circleDot', 'primary'],
  closed: ['lock', 'warn'],
  published: ['circleCheck', 'good'],
  void: ['circleX', 'plain'],
};

interface BallotProps {
  stream: Stream;
  vote: Entry<VoteRecord>;
  leads: Leads;
}

function Ballot({ stream, vote: [id, vote], leads }: BallotProps) {
  const result = stream.records.row('result', id);
  return (
    <Card tone={vote.state === 'open' ? 'primary' : 'plain'} label={labelOf(vote)}>
      <Head stream={stream} vote={vote} />
      <h3 class="ballot-question">{vote.question}</h3>
      <p class="small quiet">{vote.rule_text}</p>
      {vote.state === 'prepared' && <Before stream={stream} vote={[id, vote]} />}
      {vote.state === 'open' && <During stream={stream} vote={[id, vote]} />}
      {vote.state === 'void' && <p class="vote-void">{t().voteDesk.voidBecause(vote.reason)}</p>}
      {result && <Result vote={vote} result={result} />}
      <RollCallButton stream={stream} vote={[id, vote]} onShow={() => leads.rollCall(id)} />
      {vote.state === 'closed' && vote.rule.shows === 'publish' && (
        <p class="small quiet">{t().ballots.notPublished}</p>
      )}
      <Tallies stream={stream} vote={[id, vote]} />
      <VoteActs stream={stream} vote={[id, vote]} leads={leads} />
    </Card>
  );
}

/** A repeated vote asks the same question; the void one says what it is. */
function labelOf({ state, question }: VoteRecord): string {
  return state === 'void' ? `${question} (${t().voteDesk.states.void})` : question;
}

function Head({ stream, vote }: { stream: Stream; vote: VoteRecord }) {
  const [icon, tone] = VOTE_LOOKS[vote.state];
  const places = vote.items.map(item => placeOfItem(stream, item));
  return (
    <div class="row apart">
      <Badge icon={icon} tone={tone}>
        {t().voteDesk.states[vote.state]}
      </Badge>
      {vote.rule.secrecy === 'secret' && <Badge icon="lock">{t().voteDesk.secret}</Badge>}
      {vote.repeats && <Badge icon="rotateCcw">{t().ballot.repeats}</Badge>}
      {vote.state === 'prepared' && vote.announced && <Badge icon="eye">{t().announced.told}</Badge>}
      <span class="small quiet">{t().voteDesk.ofItems(places)}</span>
    </div>
  );
}

type PartProps = Omit<BallotProps, 'leads'>;

function Before({ stream, vote: [id, vote] }: PartProps) {
  return (
    <>
      <p class="small quiet">{quorumWords(vote.rule)}</p>
      {vote.options.length > 0 && (
        <details class="missing">
          <summary>{t().voteDesk.optionsOf(vote.options.length)}</summary>
          <ol class="missing-names numbered">
            {vote.options.map(option => (
              <li key={option.id}>{option.label}</li>
            ))}
          </ol>
        </details>
      )}
      <Ready stream={stream} vote={id} />
    </>
  );
}

function During({ stream, vote: [id, vote] }: PartProps) {
  return (
    <>
      <VoteClock vote={vote} />
      {vote.deadline !== null && (
        <p class="small quiet figures">{t().voteDesk.deadline(time(vote.deadline))}</p>
      )}
      <Progress stream={stream} vote={id} />
      <Missing stream={stream} vote={id} rule={vote.rule} />
      <LiveTally stream={stream} vote={[id, vote]} />
    </>
  );
}
