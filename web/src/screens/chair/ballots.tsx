import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import { votesByUrgency } from '../../rules/chair';
import type { Stream } from '../../sync/stream';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import type { IconName } from '../../ui/icon';
import { Empty } from '../../ui/waiting';
import { Result } from '../parts/result';
import { Asked, type Asking } from './asking';
import { placeOfItem } from './floor';
import { PrepareVote } from './prepare-vote';
import { Missing, Progress } from './progress';
import { quorumWords } from './rule-words';

/** All votes of the meeting; the chair opens, closes and publishes, the secretary prepares. */
export function Ballots({ stream }: { stream: Stream }) {
  const [preparing, setPreparing] = useState(false);
  const [asking, setAsking] = useState<Asking | null>(null);
  const votes = votesByUrgency(stream.records.of('vote').value);
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  return (
    <div class="stack">
      {!ended && (
        <Button icon="plus" onClick={() => setPreparing(true)}>
          {t().ballots.prepare}
        </Button>
      )}
      {votes.length === 0 && <Empty icon="vote">{t().ballots.none}</Empty>}
      {votes.map(([id, vote]) => (
        <Ballot key={id} stream={stream} id={id} vote={vote} onAsk={setAsking} />
      ))}
      {preparing && <PrepareVote stream={stream} onClose={() => setPreparing(false)} />}
      {asking && <Asked stream={stream} asking={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}

const LOOKS: Record<VoteRecord['state'], readonly [IconName, Tone]> = {
  prepared: ['circle', 'plain'],
  open: ['circleDot', 'primary'],
  closed: ['lock', 'warn'],
  published: ['circleCheck', 'good'],
  void: ['circleX', 'plain'],
};

interface BallotProps {
  stream: Stream;
  id: string;
  vote: VoteRecord;
  onAsk: (asking: Asking) => void;
}

function Ballot({ stream, id, vote, onAsk }: BallotProps) {
  const [icon, tone] = LOOKS[vote.state];
  const result = stream.records.row('result', id);
  return (
    <Card tone={vote.state === 'open' ? 'primary' : 'plain'} label={vote.question}>
      <div class="row apart">
        <Badge icon={icon} tone={tone}>
          {t().ballots.states[vote.state]}
        </Badge>
        <span class="small quiet">{t().ballots.ofItem(placeOfItem(stream, vote.item))}</span>
      </div>
      <h3 class="ballot-question">{vote.question}</h3>
      <p class="small quiet">{vote.rule_text}</p>
      {vote.state === 'prepared' && <p class="small quiet">{quorumWords(vote.rule)}</p>}
      {vote.state === 'open' && (
        <>
          <Progress stream={stream} vote={id} />
          <Missing stream={stream} vote={id} />
        </>
      )}
      {vote.state === 'void' && <p>{t().ballots.voided(vote.reason)}</p>}
      {result && <Result result={result} />}
      {vote.state === 'closed' && <p class="small quiet">{t().ballots.notPublished}</p>}
      <Acts stream={stream} id={id} state={vote.state} onAsk={onAsk} />
    </Card>
  );
}

interface ActsProps {
  stream: Stream;
  id: string;
  state: VoteRecord['state'];
  onAsk: (asking: Asking) => void;
}

function Acts({ stream, id, state, onAsk }: ActsProps) {
  const leads = stream.role.value === 'chair';
  const running = stream.records.row('meeting', stream.id)?.state === 'running';
  return (
    <div class="row">
      {leads && running && state === 'prepared' && (
        <Button icon="vote" onClick={() => onAsk({ what: 'open', vote: id })}>
          {t().ballots.open}
        </Button>
      )}
      {leads && state === 'open' && (
        <Button icon="square" onClick={() => onAsk({ what: 'close', vote: id })}>
          {t().ballots.close}
        </Button>
      )}
      {leads && state === 'closed' && (
        <Button icon="share2" onClick={() => onAsk({ what: 'publish', vote: id })}>
          {t().ballots.publish}
        </Button>
      )}
      {state === 'prepared' && (
        <Button kind="quiet" size="small" icon="trash2" onClick={() => onAsk({ what: 'remove', vote: id })}>
          {t().ballots.remove}
        </Button>
      )}
    </div>
  );
}
