import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { CHOICES, type Choice, NO_MARKS } from '../../rules/ballots';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import type { FormProps } from './ballot-paper';
import { useDraft, useRoom } from './state';

const LONGEST = 2000;
/** All envelopes of a secret vote have one size. */
const LONGEST_SEALED = 500;

/** Four buttons of equal weight; a tap sends, "other opinion" asks for its text first. */
export function StandardBallot({ vote: [id, { rule }], recorded, closed, onCast }: FormProps) {
  const state = useRoom().ballots.state.value;
  const [writing, setWriting] = useDraft(`writing ${id}`);
  const sent = state.phase === 'sending' || state.phase === 'recorded' ? state : undefined;
  const chosen = sent?.poll.id === id ? sent.marks.choice : recorded?.choice;
  const cast = (choice: Choice, opinion = '') => {
    setWriting('');
    void onCast({ ...NO_MARKS, choice, opinion });
  };
  return (
    <>
      <fieldset class="ballots" disabled={closed}>
        <legend class="visually-hidden">{t().voting.heading}</legend>
        {CHOICES.map(choice => (
          <Button
            key={choice}
            size="big"
            wide
            icon={chosen === choice ? 'circleCheck' : 'circle'}
            pressed={chosen === choice}
            onClick={() => (choice === 'other' ? setWriting(writing ? '' : 'yes') : cast(choice))}
          >
            {t().voting.choices[choice]}
          </Button>
        ))}
      </fieldset>
      {writing && (
        <Opinion
          vote={id}
          longest={rule.secrecy === 'secret' ? LONGEST_SEALED : LONGEST}
          former={recorded?.opinion ?? ''}
          onCast={opinion => cast('other', opinion)}
        />
      )}
    </>
  );
}

interface OpinionProps {
  vote: string;
  longest: number;
  former: string;
  onCast: (opinion: string) => void;
}

function Opinion({ vote, longest, former, onCast }: OpinionProps) {
  const [text, setText] = useDraft(`opinion ${vote}`, former);
  const [error, setError] = useState('');
  const cast = () => (text.trim() ? onCast(text.trim()) : setError(t().voting.opinionNeeded));
  return (
    <div class="stack">
      <TextArea label={t().voting.opinion} value={text} onValue={setText} maxLength={longest} error={error} />
      <Button kind="primary" wide onClick={cast}>
        {t().voting.castOpinion}
      </Button>
    </div>
  );
}
