import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import { held, voteNow } from '../../rules/votes';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { Empty } from '../../ui/waiting';
import { type Room, useRoom } from './state';
import { stateWord, VoteCard } from './vote-card';

/** The vote that matters now, pinned where the panel begins; earlier ones are one tap away. */
export function VoteNow() {
  const { stream } = useRoom();
  const votes = stream.records.of('vote').value;
  const vote = voteNow(votes, stream.records.row('meeting', stream.id));
  const others = held(votes).length - (vote ? 1 : 0);
  return (
    <>
      {vote && <VoteCard key={vote[0]} vote={vote} />}
      {others > 0 && <AllVotes count={held(votes).length} />}
    </>
  );
}

function AllVotes({ count }: { count: number }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" size="small" icon="vote" onClick={() => setOpen(true)}>
        {t().voting.all(count)}
      </Button>
      {open && (
        <Dialog heading={t().voting.heading} shape="sheet" onClose={() => setOpen(false)}>
          <VoteList />
        </Dialog>
      )}
    </>
  );
}

export function VoteList() {
  const { stream } = useRoom();
  const votes = held(stream.records.of('vote').value);
  if (votes.length === 0) {
    return <Empty icon="vote">{t().voting.noVotes}</Empty>;
  }
  return (
    <div class="stack">
      {votes.map(vote => (
        <VoteCard key={vote[0]} vote={vote} label={labelInList(vote[1])} />
      ))}
    </div>
  );
}

/** Among several each has a name of its own; the open one is the one that matters now. */
function labelInList(vote: VoteRecord): string {
  return vote.state === 'open' ? t().voting.heading : `${stateWord(vote)}: ${vote.question}`;
}

/** An opened vote is told to who cannot see the card, once and without moving anything. */
export function OpenVoteSaid() {
  const { stream } = useRoom();
  const open = held(stream.records.of('vote').value).find(([, vote]) => vote.state === 'open');
  return (
    <p class="visually-hidden" role="status">
      {open && `${t().voting.open}: ${open[1].question}`}
    </p>
  );
}

/** Where the panel is out of sight: one thin line leads to an open vote until the own ballot is recorded. */
export function OpenVoteStrip({ onLead }: { onLead: () => void }) {
  const room = useRoom();
  const open = held(room.stream.records.of('vote').value).find(([, vote]) => vote.state === 'open');
  if (!open || isDone(room, open[0])) {
    return null;
  }
  return (
    <section class="vote-strip-place" aria-label={t().voting.open}>
      <div class="vote-strip">
        <Icon name="vote" />
        <span class="vote-strip-question">
          {t().voting.open}: {open[1].question}
        </span>
        <Button size="small" kind="primary" onClick={onLead}>
          {t().voting.goVote}
        </Button>
      </div>
    </section>
  );
}

function isDone(room: Room, vote: string): boolean {
  const state = room.ballots.state.value;
  const troubled = state.phase === 'unrecorded' || state.phase === 'refused';
  const id = `${vote}.${room.user.value}`;
  const { records } = room.stream;
  const recorded = records.of('my_ballot').value.has(id) || records.of('my_sealed').value.has(id);
  return recorded && !troubled;
}
