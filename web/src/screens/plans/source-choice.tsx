import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { date } from '../../rules/time';
import { sentence } from '../../sync/api';
import { OFFICE } from '../../sync/ids';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { Choice } from '../../ui/field';
import { tell } from '../secretary/form-dialog';
import { EMPTY, loadPlan, loadSources, type Sources, type Told } from './sources';

export interface Taken {
  items: boolean;
  members: boolean;
  hall: boolean;
}

export const EVERYTHING: Taken = { items: true, members: true, hall: true };

interface SourceChoiceProps {
  told: Told | null;
  taken: Taken;
  onTold: (told: Told | null) => void;
  onTaken: (taken: Taken) => void;
}

/** What a new meeting begins with: nothing, a template, or an earlier meeting; and which of its parts. */
export function SourceChoice({ told, taken, onTold, onTaken }: SourceChoiceProps) {
  const [sources, setSources] = useState<Sources>({ templates: [], meetings: [] });
  const [chosen, setChosen] = useState(EMPTY);
  const [error, setError] = useState('');
  const load = () => loadSources().then(setSources, failure => setError(sentence(failure)));
  useEffect(() => void load(), []);
  const choose = async (value: string) => {
    setChosen(value);
    setError('');
    try {
      onTold(value === EMPTY ? null : await loadPlan(value));
    } catch (failure) {
      setError(sentence(failure));
    }
  };
  const template = sources.templates.find(one => `t:${one.id}` === chosen);
  const removed = async () => {
    await choose(EMPTY);
    await load();
  };
  return (
    <>
      <Choice
        label={t().plans.source}
        value={chosen}
        choices={choicesOf(sources)}
        onValue={choose}
        error={error}
      />
      {told && <Parts told={told} taken={taken} onTaken={onTaken} />}
      {template && <RemoveTemplate id={template.id} name={template.name} onRemoved={removed} />}
    </>
  );
}

function choicesOf({ templates, meetings }: Sources): [string, string][] {
  return [
    [EMPTY, t().plans.empty],
    ...templates.map(one => [`t:${one.id}`, t().plans.template(one.name)] as [string, string]),
    ...meetings.map(
      one => [`m:${one.id}`, `${one.name} (${one.starts_at ? date(one.starts_at) : ''})`] as [string, string],
    ),
  ];
}

function Parts({ told, taken, onTaken }: { told: Told; taken: Taken; onTaken: (taken: Taken) => void }) {
  const { plan, names } = told;
  const present = plan.members.filter(({ user }) => names[user]).length;
  const set = (name: keyof Taken) => (value: boolean) => onTaken({ ...taken, [name]: value });
  return (
    <fieldset class="plan-parts">
      <legend>{t().plans.takeOver}</legend>
      <Tick checked={taken.items} word={t().plans.items(plan.items.length)} onTick={set('items')} />
      <Tick checked={taken.members} word={t().plans.members(present)} onTick={set('members')} />
      {plan.hall && <Tick checked={taken.hall} word={t().plans.hall} onTick={set('hall')} />}
      {present < plan.members.length && (
        <p class="small quiet">{t().plans.gone(plan.members.length - present)}</p>
      )}
    </fieldset>
  );
}

interface TickProps {
  checked: boolean;
  word: string;
  onTick: (checked: boolean) => void;
}

function Tick({ checked, word, onTick }: TickProps) {
  return (
    <label class="tick">
      <input type="checkbox" checked={checked} onChange={event => onTick(event.currentTarget.checked)} />
      <span>{word}</span>
    </label>
  );
}

function RemoveTemplate({ id, name, onRemoved }: { id: string; name: string; onRemoved: () => unknown }) {
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    if (!(await tell(OFFICE, { type: 'meeting-template.remove', template: id }))) {
      await onRemoved();
    }
  };
  return (
    <>
      <Button kind="quiet" size="small" icon="trash2" onClick={() => setAsking(true)}>
        {t().plans.removeTemplate}
      </Button>
      {asking && (
        <Confirm
          question={t().plans.removeTemplateQuestion(name)}
          detail={t().plans.removeTemplateDetail}
          act={t().common.remove}
          kind="stop"
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
