import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { route } from '../../route';
import { byUnit, matchPasted, type Person } from '../../rules/circulations';
import { matches } from '../../rules/names';
import { sentence } from '../../sync/api';
import { me } from '../../sync/session';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Choice, Field, TextArea } from '../../ui/field';
import { Tick } from '../chair/tick';
import type { Group } from '../plans/groups';
import { ListFile } from '../plans/list-file';
import { ChooseGroup, SaveGroup } from '../plans/save-group';
import { askedIn, loadSources, people, type Source } from './people';

interface Props {
  asked: string[];
  /** Who follows the answers is not asked. */
  but: string;
  onAsked: (asked: string[]) => void;
  onClose: () => void;
}

/** By unit, one by one, from a pasted list, or as another meeting or circulation had them. */
export function ChoosePeople({ asked, but, onAsked, onClose }: Props) {
  const [words, setWords] = useState('');
  const desk = t().circulationDesk;
  const able = (people.value ?? []).filter(
    ({ id, active }) => active && id !== but && id !== me.value?.user.id,
  );
  const found = able.filter(({ name, title, unit, login }) =>
    matches(`${name} ${title} ${unit} ${login}`, words),
  );
  const chosen = new Set(asked);
  const set = (users: readonly string[], wanted: boolean) => {
    const left = asked.filter(user => !users.includes(user));
    onAsked(wanted ? [...left, ...users] : left);
  };
  const add = (users: readonly string[]) =>
    onAsked([...asked, ...users.filter(user => !chosen.has(user) && able.some(({ id }) => id === user))]);
  return (
    <Dialog heading={desk.choosePeople} shape="page" onClose={onClose}>
      <div class="circulation-columns">
        <div class="stack">
          <Field label={desk.findPeople} type="search" value={words} onValue={setWords} />
          {byUnit(found).map(([unit, members]) => (
            <Unit key={unit} unit={unit} members={members} chosen={chosen} set={set} />
          ))}
        </div>
        <div class="circulation-side stack">
          <div class="row apart">
            <p class="figures" role="status">
              {desk.askedCount(asked.length)}
            </p>
            <Button kind="quiet" size="small" disabled={asked.length === 0} onClick={() => onAsked([])}>
              {desk.clear}
            </Button>
          </div>
          <SaveGroup people={asked} />
          <FromGroup onTake={add} />
          <TakeFrom onTake={add} />
          <Paste able={able} onFound={add} />
        </div>
      </div>
    </Dialog>
  );
}

interface UnitProps {
  unit: string;
  members: Person[];
  chosen: ReadonlySet<string>;
  set: (users: readonly string[], wanted: boolean) => void;
}

function Unit({ unit, members, chosen, set }: UnitProps) {
  const desk = t().circulationDesk;
  const all = members.map(({ id }) => id);
  const name = unit || desk.noUnit;
  const whole = all.every(id => chosen.has(id));
  return (
    <fieldset class="card">
      <legend class="visually-hidden">{name}</legend>
      <label class="tick circulation-unit">
        <input
          type="checkbox"
          checked={whole}
          aria-label={desk.chooseUnit(name)}
          onChange={event => set(all, event.currentTarget.checked)}
        />
        <strong>{desk.wholeUnit(name, all.length)}</strong>
      </label>
      <ul class="lines">
        {members.map(({ id, name: person, title }) => (
          <li key={id}>
            <Tick
              word={[person, title].filter(Boolean).join(', ')}
              checked={chosen.has(id)}
              onChecked={wanted => set([id], wanted)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Everybody of a saved group is added to those who are chosen already. */
function FromGroup({ onTake }: { onTake: (users: string[]) => void }) {
  const [chosen, setChosen] = useState('');
  const take = (group: Group | null) => {
    setChosen(group?.id ?? '');
    onTake(group?.people ?? []);
  };
  return <ChooseGroup chosen={chosen} onChosen={take} />;
}

function TakeFrom({ onTake }: { onTake: (users: string[]) => void }) {
  const desk = t().circulationDesk;
  const [sources, setSources] = useState<Source[]>([]);
  const [fault, setFault] = useState('');
  const [taken, setTaken] = useState('');
  useEffect(() => {
    const here = route.peek().split('/').at(-1) ?? '';
    loadSources(here).then(setSources, error => setFault(sentence(error)));
  }, []);
  const take = async (source: string) => {
    setTaken(source);
    if (source) {
      await askedIn(source).then(onTake, error => setFault(sentence(error)));
    }
  };
  return (
    <Choice
      label={desk.takeFrom}
      value={taken}
      choices={[['', desk.takeNothing], ...sources.map(({ id, title }) => [id, title] as const)]}
      onValue={take}
      error={fault}
    />
  );
}

function Paste({ able, onFound }: { able: Person[]; onFound: (users: string[]) => void }) {
  const desk = t().circulationDesk;
  const [text, setText] = useState('');
  const [said, setSaid] = useState<string[]>([]);
  const add = () => {
    const { found, unknown, doubtful } = matchPasted(text, able);
    onFound(found);
    setText([...doubtful, ...unknown].join('\n'));
    setSaid([
      desk.pasted(found.length),
      ...(unknown.length ? [desk.unknown(unknown.join(', '))] : []),
      ...(doubtful.length ? [desk.doubtful(doubtful.join(', '))] : []),
    ]);
  };
  return (
    <div class="stack">
      <TextArea label={desk.paste} hint={desk.pasteHint} value={text} onValue={setText} rows={6} />
      <ListFile onText={setText} />
      <Button icon="plus" disabled={!text.trim()} onClick={add}>
        {desk.pasteAct}
      </Button>
      <div role="status">
        {said.map(one => (
          <p key={one} class="small">
            {one}
          </p>
        ))}
      </div>
    </div>
  );
}
