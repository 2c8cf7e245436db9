import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { filled, type Marks, NO_MARKS } from '../../rules/ballots';
import type { Poll } from '../../sync/ballot';
import { Button } from '../../ui/button';
import { useClosing } from '../../ui/closing';
import { Dialog } from '../../ui/dialog';
import { useOverdue } from '../parts/deadline';
import { CandidatesBallot } from './ballot-candidates';
import { ListBallot } from './ballot-list';
import { BallotSaid, OwnReceipt, type OwnState, type SaidProps, UnsettledSaid } from './ballot-said';
import { StandardBallot } from './ballot-standard';
import { useMine } from './own-ballot';
import { type Room, useRaise, useRoom } from './state';
import './ballot.css';

/** A ballot with more options than this has a page of its own. */
const INLINE = 6;

export interface FormProps {
  vote: Entry<VoteRecord>;
  /** What the server holds of this person, if anything. */
  recorded: Marks | undefined;
  /** Its time is over. While a ballot is being sent nothing is disabled, so that the keyboard keeps its place. */
  closed: boolean;
  onCast: (marks: Marks) => unknown;
  /** Stands above the button that sends. */
  said?: ComponentChildren;
}

/** The ballot of an open vote, by its method. Nothing but the person's own taps changes what is filled in. */
export function BallotPaper({ vote: [id, vote] }: { vote: Entry<VoteRecord> }) {
  const mine = useMine(id);
  const own = useOwnState(id);
  const form = useForm([id, vote]);
  const offline = useRoom().stream.keptAt.value !== null;
  useSettling(id, own);
  if (offline) {
    return <p class="ballot-trouble">{t().vault.offlineBallot}</p>;
  }
  const said: SaidProps = { vote: [id, vote], own, mine };
  const inline = vote.rule.method !== 'standard' && vote.options.length <= INLINE;
  return (
    <>
      {!inline && <BallotSaid {...said} />}
      {vote.rule.method === 'standard' && <StandardBallot {...form} />}
      {vote.rule.method !== 'standard' &&
        (inline ? <OptionsBallot {...form} /> : <OnAPage {...form} own={own} />)}
      {inline && <BallotSaid {...said} />}
      <OwnReceipt {...said} />
    </>
  );
}

/** What the ballot starts from, and what sending it does. */
function useForm([id, vote]: Entry<VoteRecord>): FormProps {
  const room = useRoom();
  const mine = useMine(id);
  const own = useOwnState(id);
  return {
    vote: [id, vote],
    recorded: mine && (mine.marks ?? NO_MARKS),
    closed: useOverdue(vote),
    onCast: marks =>
      own.phase === 'sending' ? undefined : room.ballots.cast(pollOf(room, [id, vote], mine?.at ?? 0), marks),
  };
}

/** In a secret vote the ballot goes under the code that this tablet keeps for it. */
function pollOf({ receipts }: Room, [id, { rule }]: Entry<VoteRecord>, before: number): Poll {
  return rule.secrecy === 'secret' ? { id, sealed: { receipt: receipts.forVote(id), before } } : { id };
}

/** Records of the own ballot are the truth about what was sent. */
function useSettling(vote: string, { phase }: OwnState): void {
  const room = useRoom();
  const { records } = room.stream;
  const cast = records.row('my_ballot', `${vote}.${room.user.value}`);
  const sealed = records.row('my_sealed', `${vote}.${room.user.value}`);
  useEffect(() => {
    if (cast) {
      room.ballots.settle(vote, cast);
    }
  }, [cast]);
  useEffect(() => {
    if (sealed) {
      settleSealed(room, vote, sealed.at);
    }
  }, [sealed?.at, phase]);
}

/** What this tablet sent is what stands recorded, once its answer came and then a newer record. */
function settleSealed({ ballots, receipts }: Room, vote: string, at: number): void {
  const state = ballots.state.peek();
  if (state.phase === 'recorded' && state.poll.id === vote && state.poll.sealed?.before !== at) {
    receipts.stamp(vote, at);
  }
  ballots.settleSealed(vote, at);
}

/** The state of the ballot box, as far as it is about this vote. */
function useOwnState(vote: string): OwnState {
  const state = useRoom().ballots.state.value;
  return state.phase !== 'none' && state.poll.id === vote ? state : { phase: 'none' };
}

function OptionsBallot(form: FormProps) {
  return form.vote[1].rule.method === 'list' ? <ListBallot {...form} /> : <CandidatesBallot {...form} />;
}

/** A long ballot opens on a page of its own; what was filled in stays when the page is closed. */
function OnAPage({ own, ...form }: FormProps & { own: OwnState }) {
  const raise = useRaise();
  const [id, vote] = form.vote;
  const draft = useRoom().ballots.draft(id, form.recorded ?? NO_MARKS).value;
  const [count, of] = filled(vote, draft);
  const word = form.recorded
    ? t().ballot.change
    : count
      ? t().ballot.continuePaper(count, of)
      : t().ballot.openPaper;
  return (
    <Button
      kind={form.recorded ? 'plain' : 'primary'}
      size="big"
      wide
      icon="vote"
      disabled={own.phase === 'sending'}
      onClick={() => raise(close => <BallotPage id={id} onClose={close} />)}
    >
      {word}
    </Button>
  );
}

/** The page goes with the vote: once that is closed there is nothing to send. */
function BallotPage({ id, onClose }: { id: string; onClose: () => void }) {
  const vote = useRoom().stream.records.row('vote', id);
  const open = vote?.state === 'open';
  useClosing(!open, onClose);
  return open ? <OpenPage vote={[id, vote]} onClose={onClose} /> : null;
}

/** Closes once what was sent from it is recorded; a ballot that was lost or refused is told, and sent again, here. */
function OpenPage({ vote, onClose }: { vote: Entry<VoteRecord>; onClose: () => void }) {
  const [sent, setSent] = useState(false);
  const form = useForm(vote);
  const own = useOwnState(vote[0]);
  const mine = useMine(vote[0]);
  useSettling(vote[0], own);
  useClosing(sent && (own.phase === 'recorded' || own.phase === 'none'), onClose);
  const cast = (marks: Marks) => {
    const answered = form.onCast(marks);
    setSent(true);
    return answered;
  };
  return (
    <Dialog heading={vote[1].question} shape="page" onClose={onClose}>
      <OptionsBallot {...form} onCast={cast} said={<UnsettledSaid vote={vote} own={own} mine={mine} />} />
    </Dialog>
  );
}
