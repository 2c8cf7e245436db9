import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { get, sentence } from '../../sync/api';
import { Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import './answer.css';

export interface Candidate {
  id: string;
  name: string;
  title: string;
  unit: string;
}

export interface FindPersonProps {
  stream: string;
  chosen: Candidate | null;
  onChoose: (person: Candidate) => void;
}

const PAUSE = 300;

/** Somebody of the office who has no part in the meeting yet, found by a few letters. */
export function FindPerson({ stream, chosen, onChoose }: FindPersonProps) {
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Candidate[] | null>(null);
  const [error, setError] = useState('');
  const wanted = words.trim();
  useEffect(() => {
    if (wanted.length < 2) {
      setFound(null);
      return;
    }
    let late = false;
    const take = (people: Candidate[] | null, said: string) => {
      if (!late) {
        setFound(people);
        setError(said);
      }
    };
    const timer = setTimeout(() => {
      const path = `/api/streams/${encodeURIComponent(stream)}/substitutes?words=${encodeURIComponent(wanted)}`;
      get<{ people: Candidate[] }>(path).then(
        answer => take(answer.people, ''),
        failure => take(null, sentence(failure)),
      );
    }, PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [stream, wanted]);
  const texts = t().invitations;
  return (
    <div class="stack">
      <Field
        label={texts.whom}
        type="search"
        value={words}
        onValue={setWords}
        hint={texts.whomHint}
        error={error}
      />
      <p class="small" role="status">
        {chosen ? texts.chosen(chosen.name) : found?.length === 0 ? texts.nobody : ''}
      </p>
      <ul class="candidates">
        {found?.map(person => (
          <li key={person.id}>
            <button
              type="button"
              class="candidate"
              aria-pressed={chosen?.id === person.id}
              onClick={() => onChoose(person)}
            >
              <Icon name={chosen?.id === person.id ? 'circleCheck' : 'circle'} />
              <span>
                <span class="line-title">{person.name}</span>
                <span class="small quiet candidate-place">
                  {[person.title, person.unit].filter(Boolean).join(', ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
