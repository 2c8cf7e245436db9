import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { TaskRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { dateField, momentOf } from '../../rules/moments';
import { partyWords, unclear } from '../../rules/tasks';
import { say } from '../../sync/cabinet';
import { serverNow } from '../../sync/clock';
import { newId } from '../../sync/ids';
import { tellTask } from '../../sync/tasks';
import { Choice, Field, TextArea } from '../../ui/field';
import { Icon } from '../../ui/icon';
import type { Plan, Quotation } from '../../wire';
import { FormDialog, faultOf } from '../secretary/form-dialog';
import { type Party, PartyField } from './party-field';
import './tasks.css';

/** What a new task starts from: the conclusion, or a sentence that was found. */
export interface Draft {
  meeting: string;
  item: string;
  /** Items of the meeting to choose from: id and title. */
  items?: readonly (readonly [string, string])[];
  plan?: Partial<Plan>;
  quotation?: Quotation;
}

interface TaskFormProps {
  draft?: Draft;
  /** Changes this one instead of giving a new one. */
  task?: Entry<TaskRecord>;
  onGiven?: (task: string) => unknown;
  onClose: () => void;
}

/** The last minute of a day, the city's clock. */
export const endOf = (day: string) => momentOf(day, '23:59');

/** A task with its five clarities: what is missing is said while it is being written. */
export function TaskForm({ draft, task, onGiven, onClose }: TaskFormProps) {
  const before: Partial<Plan> = task?.[1] ?? draft?.plan ?? {};
  const [id] = useState(() => task?.[0] ?? newId());
  const [title, setTitle] = useState(before.title ?? '');
  const [owner, setOwner] = useState(parties(before.owner ? [before.owner] : [], task?.[1]));
  const [helpers, setHelpers] = useState(parties(before.collaborators ?? [], task?.[1]));
  const [answers, setAnswers] = useState(before.answers ?? '');
  const [day, setDay] = useState(before.deadline ? dateField(before.deadline) : '');
  const [result, setResult] = useState(before.result ?? '');
  const [basis, setBasis] = useState(before.basis ?? '');
  const [item, setItem] = useState(draft?.item ?? '');
  const texts = t().tasks.form;
  const plan: Plan = {
    title: title.trim(),
    owner: owner[0]?.party ?? '',
    answers: answers.trim(),
    collaborators: helpers.map(({ party }) => party),
    deadline: endOf(day) || 0,
    result: result.trim(),
    basis: basis.trim(),
  };
  const missing = unclear(plan, serverNow()).map(clarity => texts.clarities[clarity]);
  const submit = async () => {
    if (missing.length) {
      return texts.unclear(missing.join(', '));
    }
    const fault = await faultOf(
      task
        ? tellTask({ type: 'task.edit', task: id, plan })
        : tellTask({
            type: 'task.create',
            task: id,
            plan,
            meeting: draft?.meeting ?? '',
            item,
            quotation: draft?.quotation ?? null,
          }),
    );
    if (!fault && !task) {
      say(t().tasks.given);
      await onGiven?.(id);
    }
    return fault;
  };
  return (
    <FormDialog
      heading={task ? t().tasks.editHeading : t().tasks.giveHeading}
      act={task ? t().common.save : t().tasks.give}
      shape="sheet"
      onSubmit={submit}
      onClose={onClose}
    >
      {draft?.quotation && <blockquote class="task-quotation">{draft.quotation.text}</blockquote>}
      <TextArea
        label={texts.title}
        value={title}
        onValue={setTitle}
        hint={texts.titleHint}
        maxLength={300}
        rows={2}
      />
      <PartyField label={texts.owner} chosen={owner} single onChosen={setOwner} />
      <Field
        label={texts.answers}
        value={answers}
        onValue={setAnswers}
        hint={texts.answersHint}
        maxLength={300}
      />
      <PartyField label={texts.collaborators} chosen={helpers} onChosen={setHelpers} />
      <Field label={texts.deadline} type="date" value={day} onValue={setDay} />
      <TextArea
        label={texts.result}
        value={result}
        onValue={setResult}
        hint={texts.resultHint}
        maxLength={1000}
        rows={2}
      />
      <Field label={texts.basis} value={basis} onValue={setBasis} maxLength={500} />
      {!task && draft?.items && (
        <Choice
          label={texts.item}
          value={item}
          choices={[['', texts.noItem], ...draft.items]}
          onValue={setItem}
        />
      )}
      <p class={`row small ${missing.length ? '' : 'good-words'}`} role="status">
        <Icon name={missing.length ? 'circleAlert' : 'circleCheck'} />
        <span>{missing.length ? texts.unclear(missing.join(', ')) : texts.clear}</span>
      </p>
    </FormDialog>
  );
}

function parties(named: readonly string[], task: TaskRecord | undefined): Party[] {
  return named.map(party => ({
    party,
    words: party.startsWith('unit:')
      ? t().tasks.form.asUnit(party.slice('unit:'.length))
      : partyWords({ names: task?.names ?? {} }, party),
  }));
}
