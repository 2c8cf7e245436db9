import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { compareNames, matches } from '../../rules/names';
import { get, sentence } from '../../sync/api';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Choice, Field } from '../../ui/field';
import { Empty, Loading } from '../../ui/waiting';
import type { Role } from '../../wire';
import { tell } from './form-dialog';

interface Person {
  id: string;
  login: string;
  name: string;
  title: string;
  unit: string;
  active: boolean;
}

const ROLES = ['delegate', 'guest', 'chair', 'secretary', 'screen'] as const satisfies readonly Role[];

/** Chooses the role once and then taps each person who takes part in it. */
export function AddMembers({ stream, onClose }: { stream: Stream; onClose: () => void }) {
  const [people, setPeople] = useState<Person[] | null>(null);
  const [error, setError] = useState('');
  const [words, setWords] = useState('');
  const [role, setRole] = useState<Role>('delegate');
  const [votes, setVotes] = useState(true);
  useEffect(() => {
    get<{ users: Person[] }>('/api/users').then(
      answer => setPeople(answer.users.filter(person => person.active)),
      failure => setError(sentence(failure)),
    );
  }, []);
  const mayVote = role === 'delegate' || role === 'chair';
  const add = async (user: string) =>
    setError(await tell(stream.id, { type: 'member.add', user, role, votes: mayVote && votes }));
  return (
    <Dialog heading={t().desk.addMember} onClose={onClose} shape="sheet">
      <Choice
        label={t().desk.role}
        value={role}
        choices={ROLES.map(name => [name, t().meetings.as[name]] as const)}
        onValue={setRole}
      />
      {mayVote && (
        <label class="tick">
          <input type="checkbox" checked={votes} onChange={event => setVotes(event.currentTarget.checked)} />
          <span>{t().desk.votes}</span>
        </label>
      )}
      <Field label={t().desk.findPerson} type="search" value={words} onValue={setWords} />
      {error && (
        <p class="form-error" role="alert">
          {error}
        </p>
      )}
      {people ? <People stream={stream} people={people} words={words} onAdd={add} /> : !error && <Loading />}
    </Dialog>
  );
}

interface PeopleProps {
  stream: Stream;
  people: Person[];
  words: string;
  onAdd: (user: string) => Promise<void>;
}

function People({ stream, people, words, onAdd }: PeopleProps) {
  const members = stream.records.of('member').value;
  const others = people
    .filter(person => !members.has(person.id))
    .sort((one, other) => compareNames(one.name, other.name));
  const found = others.filter(({ name, title, unit, login }) =>
    matches(`${name} ${title} ${unit} ${login}`, words),
  );
  if (found.length === 0) {
    return <Empty icon="users">{others.length ? t().desk.noPersonFound : t().desk.noPeople}</Empty>;
  }
  return (
    <ul class="lines">
      {found.map(person => (
        <li key={person.id} class="line">
          <div class="line-words">
            <p class="line-title">{person.name}</p>
            <p class="small quiet">{[person.title, person.unit].filter(Boolean).join(', ')}</p>
          </div>
          <Button
            size="small"
            icon="plus"
            label={t().desk.addName(person.name)}
            onClick={() => onAdd(person.id)}
          >
            {t().desk.add}
          </Button>
        </li>
      ))}
    </ul>
  );
}
