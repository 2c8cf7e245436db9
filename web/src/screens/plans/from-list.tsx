import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { type NameLine, readNames } from '../../rules/people-paste';
import { Badge } from '../../ui/badge';
import { Choice, TextArea } from '../../ui/field';
import type { WayProps } from './add-many';
import { ListFile } from './list-file';

/** Pasted or from a file: each line with whom it means; a line in doubt waits for the secretary's choice. */
export function FromList({ people, members, role, votes, onChosen }: WayProps) {
  const [text, setText] = useState('');
  const [decided, setDecided] = useState<Record<string, string>>({});
  const lines = readNames(text, people);
  const users = new Set(lines.map(line => meant(line, decided)).filter(user => user && !members.has(user)));
  const told = JSON.stringify([...users].map(user => ({ user, role, votes })));
  useEffect(() => onChosen(JSON.parse(told)), [told]);
  const doubts = lines.filter(line => !meant(line, decided)).length;
  return (
    <>
      <TextArea
        label={t().plans.listField}
        hint={t().plans.listHint}
        value={text}
        onValue={setText}
        rows={6}
      />
      <ListFile onText={setText} />
      <p role="status">{doubts > 0 && t().plans.doubts(doubts)}</p>
      <ul class="lines">
        {lines.map((line, index) => (
          <Line
            key={`${line.said} ${index}`}
            line={line}
            members={members}
            decided={decided[line.said] ?? ''}
            onDecide={user => setDecided({ ...decided, [line.said]: user })}
          />
        ))}
      </ul>
    </>
  );
}

function meant(line: NameLine, decided: Record<string, string>): string {
  return line.people.length === 1 ? line.people[0]!.id : (decided[line.said] ?? '');
}

interface LineProps {
  line: NameLine;
  members: ReadonlySet<string>;
  decided: string;
  onDecide: (user: string) => void;
}

function Line({ line, members, decided, onDecide }: LineProps) {
  const [first, ...others] = line.people;
  const words = t().plans;
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">{line.said}</p>
        {first && others.length === 0 && (
          <p class="small quiet">{[first.name, first.title, first.unit].filter(Boolean).join(', ')}</p>
        )}
        {others.length > 0 && (
          <Choice
            label={words.whichOf(line.said)}
            value={decided}
            choices={[
              ['', words.several],
              ...line.people.map(
                person =>
                  [person.id, [person.name, person.title, person.unit].filter(Boolean).join(', ')] as const,
              ),
            ]}
            onValue={onDecide}
          />
        )}
      </div>
      <div class="line-marks">
        <Standing line={line} members={members} decided={decided} />
      </div>
    </li>
  );
}

/** In doubt, found, there already, or nobody. */
function Standing({ line, members, decided }: Omit<LineProps, 'onDecide'>) {
  const words = t().plans;
  const user = line.people.length === 1 ? line.people[0]!.id : decided;
  if (line.people.length === 0) {
    return (
      <Badge icon="circleX" tone="warn">
        {words.nobody}
      </Badge>
    );
  }
  if (!user) {
    return (
      <Badge icon="triangleAlert" tone="warn">
        {words.several}
      </Badge>
    );
  }
  return members.has(user) ? (
    <Badge icon="users">{words.already}</Badge>
  ) : (
    <Badge icon="circleCheck" tone="good">
      {t().desk.add}
    </Badge>
  );
}
