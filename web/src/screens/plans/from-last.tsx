import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { date } from '../../rules/time';
import { sentence } from '../../sync/api';
import { Choice } from '../../ui/field';
import type { PlannedMember } from '../../wire';
import type { WayProps } from './add-many';
import { PeopleTicks } from './people-ticks';
import { loadSources, planOfMeeting, type Source } from './sources';

/** Those of an earlier meeting, each in the role he had there. */
export function FromLast({ people, members, onChosen, meeting }: WayProps & { meeting: string }) {
  const [sources, setSources] = useState<Source[]>([]);
  const [chosen, setChosen] = useState('');
  const [planned, setPlanned] = useState<PlannedMember[]>([]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState('');
  const fail = (failure: unknown) => setError(sentence(failure));
  useEffect(() => {
    loadSources().then(answer => setSources(answer.meetings.filter(({ id }) => id !== meeting)), fail);
  }, [meeting]);
  useEffect(() => {
    if (chosen) {
      planOfMeeting(chosen).then(answer => setPlanned(answer.plan.members), fail);
    }
  }, [chosen]);
  const fresh = planned.filter(({ user, role }) => !members.has(user) && role !== 'chair');
  const known = new Map(people.map(person => [person.id, person]));
  const told = JSON.stringify(fresh.filter(({ user }) => known.has(user) && !left.has(user)));
  useEffect(() => onChosen(JSON.parse(told)), [told]);
  return (
    <>
      <Choice
        label={t().plans.lastMeeting}
        value={chosen}
        choices={[
          ['', '—'],
          ...sources.map(
            one => [one.id, `${one.name} (${one.starts_at ? date(one.starts_at) : ''})`] as const,
          ),
        ]}
        onValue={setChosen}
        error={error}
      />
      <PeopleTicks people={fresh.flatMap(({ user }) => known.get(user) ?? [])} left={left} onLeft={setLeft} />
    </>
  );
}
