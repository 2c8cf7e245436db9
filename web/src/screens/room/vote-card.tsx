import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MyBallotRecord, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { votes as hasVote } from '../../rules/quorum';
import { exactTime } from '../../rules/time';
import { CHOICES, type Choice } from '../../rules/votes';
import type { BallotState } from '../../sync/ballot';
import { Badge } from '../../ui/badge';
import { Bar } from '../../ui/bar';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { TextArea } from '../../ui/field';
import { Result } from '../parts/result';
import { useDraft, useRoom } from './state';
import './vote-card.css';

/** One vote from opening to result: question, rule, the four ballots, what is recorded, and the outcome. */
export function VoteCard({ vote: [id, vote] }: { vote: Entry<VoteRecord> }) {
  const room = useRoom();
  const result = room.stream.records.row('result', id);
  const open = vote.state === 'open';
  return (
    <Card tone={open ? 'primary' : 'plain'} class="vote-card" label={t().voting.heading}>
      <Badge icon={open ? 'vote' : 'lock'} tone={open ? 'primary' : 'plain'}>
        {open ? t().voting.open : t().ballots.states[vote.state]}
      </Badge>
      <h3>{vote.question}</h3>
      {!result && <p class="quiet small">{vote.rule_text}</p>}
      {open && <Ballots vote={id} />}
      {!result && <Progress vote={id} />}
      {!open && <Mine vote={id} />}
      {vote.state === 'void' && <p>{t().ballots.voided(vote.reason)}</p>}
      {result && <Result result={result} />}
    </Card>
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

/** The record of the own ballot has the id "<vote>.<user>". */
function useMine(vote: string): MyBallotRecord | undefined {
  const room = useRoom();
  return room.stream.records.row('my_ballot', `${vote}.${room.user.value}`);
}

function Mine({ vote }: { vote: string }) {
  const room = useRoom();
  const mine = useMine(vote);
  const member = room.stream.records.row('member', room.user.value);
  const own = room.ballots.state.value;
  if (!hasVote(member)) {
    return null;
  }
  return (
    <>
      {own.phase === 'refused' && own.vote === vote && (
        <p class="ballot-trouble" role="status">
          {t().voting.refused(own.why)}
        </p>
      )}
      <p class="quiet small">{mine ? t().voting.mine(t().voting.choices[mine.choice]) : t().voting.none}</p>
    </>
  );
}

function Ballots({ vote }: { vote: string }) {
  const room = useRoom();
  const mine = useMine(vote);
  const [writing, setWriting] = useState(false);
  const state = room.ballots.state.value;
  const own: BallotState = state.phase !== 'none' && state.vote === vote ? state : { phase: 'none' };
  useEffect(() => {
    if (mine?.choice) {
      room.ballots.settle(vote, mine.choice, mine.opinion);
    }
  }, [mine]);
  if (!hasVote(room.stream.records.row('member', room.user.value))) {
    return <p class="quiet">{t().voting.notYours}</p>;
  }
  const chosen = own.phase === 'sending' || own.phase === 'recorded' ? own.choice : mine?.choice;
  const cast = (choice: Choice, opinion = '') => {
    setWriting(false);
    void room.ballots.cast(vote, choice, opinion);
  };
  return (
    <>
      <Said own={own} mine={mine} />
      <fieldset class="ballots" disabled={own.phase === 'sending'}>
        <legend class="visually-hidden">{t().voting.heading}</legend>
        {CHOICES.map(choice => (
          <Button
            key={choice}
            size="big"
            wide
            icon={chosen === choice ? 'circleCheck' : 'circle'}
            pressed={chosen === choice}
            onClick={() => (choice === 'other' ? setWriting(!writing) : cast(choice))}
          >
            {t().voting.choices[choice]}
          </Button>
        ))}
      </fieldset>
      {writing && (
        <Opinion vote={vote} former={mine?.opinion ?? ''} onCast={opinion => cast('other', opinion)} />
      )}
    </>
  );
}

interface OpinionProps {
  vote: string;
  former: string;
  onCast: (opinion: string) => void;
}

function Opinion({ vote, former, onCast }: OpinionProps) {
  const [text, setText] = useDraft(`opinion ${vote}`, former);
  const [error, setError] = useState('');
  const cast = () => (text.trim() ? onCast(text.trim()) : setError(t().voting.opinionNeeded));
  return (
    <div class="stack">
      <TextArea label={t().voting.opinion} value={text} onValue={setText} maxLength={2000} error={error} />
      <Button kind="primary" wide onClick={cast}>
        {t().voting.castOpinion}
      </Button>
    </div>
  );
}

/** What became of the ballot, never more than is known. */
function Said({ own, mine }: { own: BallotState; mine: MyBallotRecord | undefined }) {
  const { ballots } = useRoom();
  const texts = t().voting;
  const word = (choice: Choice | '') => texts.choices[choice];
  const recorded = mine && texts.recorded(word(mine.choice), exactTime(mine.at));
  return (
    <div class="ballot-said" role="status">
      {own.phase === 'sending' && <p>{texts.sending(word(own.choice))}</p>}
      {own.phase === 'unrecorded' && (
        <>
          <p class="ballot-trouble">
            {mine
              ? texts.unrecordedChange(word(own.choice), word(mine.choice))
              : texts.unrecorded(word(own.choice))}
          </p>
          <Button kind="primary" wide icon="refreshCw" onClick={() => ballots.again()}>
            {texts.again}
          </Button>
        </>
      )}
      {own.phase === 'refused' && <p class="ballot-trouble">{texts.refused(own.why)}</p>}
      {own.phase === 'recorded' && <Recorded said={texts.recorded(word(own.choice), exactTime(own.at))} />}
      {own.phase === 'none' && recorded && <Recorded said={recorded} />}
    </div>
  );
}

function Recorded({ said }: { said: string }) {
  return (
    <>
      <Badge icon="circleCheck" tone="good">
        {said}
      </Badge>
      <p class="quiet small">{t().voting.changeable}</p>
    </>
  );
}
