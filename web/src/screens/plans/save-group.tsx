import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { sentence } from '../../sync/api';
import { say, send } from '../../sync/cabinet';
import { newId, OFFICE } from '../../sync/ids';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { Choice, Field } from '../../ui/field';
import type { SavePeopleGroup } from '../../wire';
import { FormDialog, faultOf, tell } from '../secretary/form-dialog';
import { addition, type Group, groups, joined, loadGroups } from './groups';

const FRESH = '';

/** Keeps the people chosen here by name, for other meetings and circulations; a known group takes them in as well. */
export function SaveGroup({ people }: { people: readonly string[] }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" icon="users" disabled={people.length === 0} onClick={() => setOpen(true)}>
        {t().peopleGroups.save}
      </Button>
      {open && <Form people={people} onClose={() => setOpen(false)} />}
    </>
  );
}

function Form({ people, onClose }: { people: readonly string[]; onClose: () => void }) {
  const words = t().peopleGroups;
  const [fresh] = useState(newId);
  const [into, setInto] = useState(FRESH);
  const [written, setWritten] = useState<string | null>(null);
  useEffect(() => void loadGroups().catch(() => undefined), []); // without them a new one can be saved all the same
  const known = groups.value ?? [];
  const group = known.find(({ id }) => id === into);
  const name = written ?? group?.name ?? '';
  const choose = (id: string) => {
    setInto(id);
    setWritten(null);
  };
  const save = async () => {
    const command: SavePeopleGroup = group
      ? await addition(group, written?.trim() ?? '', people)
      : { type: 'people-group.save', group: fresh, name: name.trim(), people: [...people] };
    await send(OFFICE, command);
    say(words.done(command.name));
    await loadGroups().catch(() => undefined);
  };
  return (
    <FormDialog heading={words.save} act={t().common.save} onSubmit={() => faultOf(save())} onClose={onClose}>
      <p class="small quiet" role="status">
        {group ? hintOf(group, people) : words.saveHint(people.length)}
      </p>
      {known.length > 0 && (
        <Choice
          label={words.instead}
          value={into}
          choices={[[FRESH, words.fresh], ...known.map(({ id, name: said }) => [id, said] as const)]}
          onValue={choose}
        />
      )}
      <Field label={words.name} value={name} onValue={setWritten} maxLength={300} required />
    </FormDialog>
  );
}

function hintOf(group: Group, people: readonly string[]): string {
  const whole = joined(group, people).length;
  return t().peopleGroups.adds(whole - group.people.length, whole);
}

interface ChooseGroupProps {
  chosen: string;
  onChosen: (group: Group | null) => void;
}

/** One of the saved groups; one that is not used any more can be taken away here. */
export function ChooseGroup({ chosen, onChosen }: ChooseGroupProps) {
  const words = t().peopleGroups;
  const [fault, setFault] = useState('');
  useEffect(() => {
    loadGroups().catch(error => setFault(sentence(error)));
  }, []);
  const known = groups.value;
  const group = known?.find(({ id }) => id === chosen);
  return (
    <>
      <Choice
        label={words.saved}
        value={chosen}
        choices={[
          ['', words.choose],
          ...(known ?? []).map(({ id, name, people }) => [id, words.line(name, people.length)] as const),
        ]}
        onValue={id => onChosen(known?.find(one => one.id === id) ?? null)}
        hint={known?.length === 0 ? words.none : ''}
        error={fault}
      />
      {group && <RemoveGroup group={group} onRemoved={() => onChosen(null)} />}
    </>
  );
}

function RemoveGroup({ group, onRemoved }: { group: Group; onRemoved: () => void }) {
  const words = t().peopleGroups;
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    if (!(await tell(OFFICE, { type: 'people-group.remove', group: group.id }))) {
      onRemoved();
      await loadGroups().catch(() => undefined);
    }
  };
  return (
    <div>
      <Button kind="quiet" size="small" icon="trash2" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      {asking && (
        <Confirm
          question={words.removeQuestion(group.name)}
          detail={words.removeDetail}
          act={t().common.remove}
          kind="stop"
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
