import type { Known } from '../../rules/people-paste';

interface PeopleTicksProps {
  people: readonly Known[];
  /** Whose tick was taken away. */
  left: ReadonlySet<string>;
  onLeft: (left: ReadonlySet<string>) => void;
}

export function PeopleTicks({ people, left, onLeft }: PeopleTicksProps) {
  const turn = (user: string) => {
    const next = new Set(left);
    next.delete(user) || next.add(user);
    onLeft(next);
  };
  return (
    <ul class="lines">
      {people.map(({ id, name, title, unit }) => (
        <li key={id} class="line">
          <label class="tick">
            <input type="checkbox" checked={!left.has(id)} onChange={() => turn(id)} />
            <span>
              {name} <span class="small quiet">{[title, unit].filter(Boolean).join(', ')}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
