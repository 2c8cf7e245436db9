import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { WayProps } from './add-many';
import type { Group } from './groups';
import { PeopleTicks } from './people-ticks';
import { ChooseGroup } from './save-group';

/** Everybody of a saved group, less those whose tick is taken away. */
export function FromGroup({ people, members, role, votes, onChosen }: WayProps) {
  const [group, setGroup] = useState<Group | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const known = new Map(people.map(person => [person.id, person]));
  const fresh = (group?.people ?? []).flatMap(id => (members.has(id) ? [] : (known.get(id) ?? [])));
  const told = JSON.stringify(
    fresh.filter(({ id }) => !left.has(id)).map(({ id }) => ({ user: id, role, votes })),
  );
  useEffect(() => onChosen(JSON.parse(told)), [told]);
  return (
    <>
      <ChooseGroup chosen={group?.id ?? ''} onChosen={setGroup} />
      {group && fresh.length < group.people.length && (
        <p role="status">{t().peopleGroups.already(group.people.length - fresh.length)}</p>
      )}
      <PeopleTicks people={fresh} left={left} onLeft={setLeft} />
    </>
  );
}
