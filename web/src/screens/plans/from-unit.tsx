import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { compareNames } from '../../rules/names';
import { Choice } from '../../ui/field';
import type { WayProps } from './add-many';
import { PeopleTicks } from './people-ticks';

/** Everybody of a unit, less those whose tick is taken away. */
export function FromUnit({ people, members, role, votes, onChosen }: WayProps) {
  const units = [...new Set(people.map(person => person.unit).filter(Boolean))].sort((one, other) =>
    one.localeCompare(other, 'vi'),
  );
  const [unit, setUnit] = useState(units[0] ?? '');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const inUnit = people
    .filter(person => person.unit === unit && !members.has(person.id))
    .sort((one, other) => compareNames(one.name, other.name));
  const chosen = inUnit.filter(person => !left.has(person.id)).map(({ id }) => ({ user: id, role, votes }));
  const told = JSON.stringify(chosen);
  useEffect(() => onChosen(JSON.parse(told)), [told]);
  return (
    <>
      <Choice
        label={t().plans.chooseUnit}
        value={unit}
        choices={units.map(name => [name, name] as const)}
        onValue={setUnit}
        hint={t().plans.inUnit(inUnit.length)}
      />
      <PeopleTicks people={inUnit} left={left} onLeft={setLeft} />
    </>
  );
}
