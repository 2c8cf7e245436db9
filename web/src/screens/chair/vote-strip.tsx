import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import { votes as mayVote } from '../../rules/quorum';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ballotWords } from '../room/own-ballot';
import { VoteCard } from '../room/vote-card';
import { Progress } from './progress';

/** The vote that is under way: question, rule, how many have voted, and the chair's own ballot. */
export function VoteStrip({ stream }: { stream: Stream }) {
  const found = [...stream.records.of('vote').value].find(
    ([, vote]) => vote.state === 'open' || vote.state === 'closed',
  );
  if (!found) {
    return null;
  }
  const [id, vote] = found;
  return (
    <section class="live live-vote" aria-label={t().ballots.heading}>
      <div class="live-words wide">
        <Badge icon="vote" tone="primary">
          {t().voteDesk.states[vote.state]}
        </Badge>
        <p class="live-question">{vote.question}</p>
        <p class="small quiet live-rule">{vote.rule_text}</p>
      </div>
      <div class="live-acts">
        <div class="live-progress">
          <Progress stream={stream} vote={id} />
        </div>
        {vote.state === 'open' && <OwnBallot stream={stream} vote={[id, vote]} />}
      </div>
    </section>
  );
}

function OwnBallot({ stream, vote }: { stream: Stream; vote: readonly [string, VoteRecord] }) {
  const [open, setOpen] = useState(false);
  const user = me.value?.user.id ?? '';
  if (!mayVote(stream.records.row('member', user))) {
    return null;
  }
  const mine = stream.records.row('my_ballot', `${vote[0]}.${user}`);
  const sealed = stream.records.row('my_sealed', `${vote[0]}.${user}`);
  return (
    <>
      <Button size="small" icon={mine || sealed ? 'circleCheck' : 'vote'} onClick={() => setOpen(true)}>
        {mine
          ? t().voting.mine(ballotWords(vote[1], mine))
          : sealed
            ? t().sealed.recorded
            : t().voting.goVote}
      </Button>
      {open && (
        <Dialog heading={t().voting.heading} onClose={() => setOpen(false)}>
          <VoteCard vote={vote} />
        </Dialog>
      )}
    </>
  );
}
