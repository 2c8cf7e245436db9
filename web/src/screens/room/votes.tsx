import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { announced, held, voteNow } from '../../rules/votes';
import { Button } from '../../ui/button';
import { useClosing } from '../../ui/closing';
import { Dialog } from '../../ui/dialog';
import { sharedSwitch } from '../../ui/holds';
import { Icon } from '../../ui/icon';
import { Empty } from '../../ui/waiting';
import { AnnouncedVotes } from './announced';
import { type Room, useRaise, useRoom } from './state';
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
      <ToCome count={announced(votes).length} />
      {others > 0 && <AllVotes count={held(votes).length} />}
    </>
  );
}

/** One line that leads to what will be voted on: who speaks and who waits keep their place beside the paper. */
function ToCome({ count }: { count: number }) {
  const raise = useRaise();
  const show = () => raise(close => <Soon onClose={close} />);
  return count === 0 ? null : (
    <Button kind="quiet" size="small" icon="clock" onClick={show}>
      {t().announced.toCome(count)}
    </Button>
  );
}

/** Makes way for a vote that opens while it is read: its ballot lies behind. */
function Soon({ onClose }: { onClose: () => void }) {
  const open = openVote(useRoom())?.[0];
  const [before] = useState(open);
  useClosing(open !== undefined && open !== before, onClose);
  return (
    <Dialog heading={t().announced.soon} shape="sheet" onClose={onClose}>
      <div class="stack">
        <AnnouncedVotes />
      </div>
    </Dialog>
  );
}

function openVote({ stream }: Room): Entry<VoteRecord> | undefined {
  return held(stream.records.of('vote').value).find(([, vote]) => vote.state === 'open');
}

function AllVotes({ count }: { count: number }) {
  const raise = useRaise();
  const show = () =>
    raise(close => (
      <Dialog heading={t().voting.heading} shape="sheet" keeps onClose={close}>
        <VoteList />
      </Dialog>
    ));
  return (
    <Button kind="quiet" size="small" icon="vote" onClick={show}>
      {t().voting.all(count)}
    </Button>
  );
}

export function VoteList() {
  const { stream } = useRoom();
  const all = stream.records.of('vote').value;
  const votes = held(all);
  if (votes.length + announced(all).length === 0) {
    return <Empty icon="vote">{t().voting.noVotes}</Empty>;
  }
  return (
    <div class="stack">
      {announced(all).length > 0 && votes[0]?.[1].state !== 'open' && <AnnouncedVotes />}
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
  const open = openVote(useRoom());
  return (
    <p class="visually-hidden" role="status">
      {open && `${t().voting.open}: ${open[1].question}`}
    </p>
  );
}

/**
 * A class and no `:root:has()`: with it every word that is laid over a page would have the whole document looked at.
 * On an upright tablet two strips can stand at once, one of them in the sheet.
 */
const holdStrip = sharedSwitch(on => document.documentElement.classList.toggle('with-vote-strip', on));

/** Where the panel is out of sight: one thin line leads to an open vote until the own ballot is recorded. */
export function OpenVoteStrip({ onLead }: { onLead: () => void }) {
  const room = useRoom();
  const open = held(room.stream.records.of('vote').value).find(([, vote]) => vote.state === 'open');
  const shown = open !== undefined && !isDone(room, open[0]);
  useLayoutEffect(() => (shown ? holdStrip() : undefined), [shown]);
  if (!shown) {
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
