import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { byName, matches } from '../../rules/names';
import { votes as hasVote } from '../../rules/quorum';
import { Choice, Field } from '../../ui/field';
import type { DraftProps } from './prepare-vote';
import { Tick } from './tick';

type Kind = 'all' | 'some';

/** Everybody with a vote, or a list of some of them; in an open vote each may carry several votes. */
export function VotersField({ stream, draft, onDraft }: DraftProps) {
  const words = t().voteForm;
  const [typed, setTyped] = useState('');
  const members = byName(stream.records.of('member').value).filter(([, member]) => hasVote(member));
  const choose = (kind: Kind) =>
    onDraft({ voters: kind === 'all' ? null : new Map(members.map(([user]) => [user, 1])) });
  const { voters } = draft;
  return (
    <fieldset class="plain-set">
      <legend>{words.voters}</legend>
      <Choice<Kind>
        label={words.voters}
        value={voters ? 'some' : 'all'}
        choices={[
          ['all', words.voterKinds.all],
          ['some', words.voterKinds.some],
        ]}
        onValue={choose}
      />
      {voters && (
        <>
          <Field label={words.findVoter} type="search" value={typed} onValue={setTyped} />
          <p class="small figures" role="status">
            {words.votersCount(voters.size)}
          </p>
          <ul class="voters">
            {members
              .filter(([, member]) => matches(member.name, typed))
              .map(([user, member]) => (
                <Line
                  key={user}
                  name={member.name}
                  weight={voters.get(user) ?? 0}
                  weighing={draft.rule.secrecy === 'open'}
                  onWeight={weight => onDraft({ voters: withWeight(voters, user, weight) })}
                />
              ))}
          </ul>
        </>
      )}
    </fieldset>
  );
}

/** A weight of 0 takes the person off the list. */
function withWeight(voters: ReadonlyMap<string, number>, user: string, weight: number): Map<string, number> {
  const after = new Map(voters);
  if (weight > 0) {
    after.set(user, weight);
  } else {
    after.delete(user);
  }
  return after;
}

interface LineProps {
  name: string;
  weight: number;
  weighing: boolean;
  onWeight: (weight: number) => void;
}

function Line({ name, weight, weighing, onWeight }: LineProps) {
  return (
    <li class="voter">
      <Tick word={name} checked={weight > 0} onChecked={checked => onWeight(checked ? 1 : 0)} />
      {weighing && weight > 0 && (
        <input
          class="voter-weight figures"
          type="number"
          inputMode="numeric"
          min="1"
          aria-label={t().voteForm.weight(name)}
          value={weight}
          onChange={event => onWeight(Math.max(1, Math.round(Number(event.currentTarget.value)) || 1))}
        />
      )}
    </li>
  );
}
