import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { TaskRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { dateField } from '../../rules/moments';
import type { TaskAct } from '../../rules/tasks';
import { date } from '../../rules/time';
import { ACCEPTED, uploadFault } from '../../rules/uploads';
import { NetworkLost, sentence } from '../../sync/api';
import { say } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import { attachFile, tellTask } from '../../sync/tasks';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { Choice, Field, TextArea } from '../../ui/field';
import type { Command } from '../../wire';
import { FormDialog, faultOf } from '../secretary/form-dialog';
import { endOf, TaskForm } from './form';

interface TaskDialogProps {
  act: TaskAct;
  entry: Entry<TaskRecord>;
  onClose: () => void;
}

const tell = (command: Command) => faultOf(tellTask(command));

/** The one dialog that an act on a task needs. */
export function TaskDialog({ act, entry, onClose }: TaskDialogProps) {
  const [id, task] = entry;
  const texts = t().tasks;
  switch (act) {
    case 'report':
    case 'finish':
      return <Report entry={entry} done={act === 'finish'} onClose={onClose} />;
    case 'ask-time':
      return <AskTime entry={entry} onClose={onClose} />;
    case 'answer-time':
      return <AnswerTime entry={entry} onClose={onClose} />;
    case 'edit':
      return <TaskForm task={entry} onClose={onClose} />;
    case 'return':
      return (
        <Reason
          heading={texts.returnHeading(task.title)}
          act={texts.acts.return}
          onSubmit={reason => tell({ type: 'task.return', task: id, reason })}
          onClose={onClose}
        />
      );
    case 'cancel':
      return (
        <Reason
          heading={texts.cancelHeading(task.title)}
          detail={texts.cancelDetail}
          act={texts.acts.cancel}
          stop
          onSubmit={reason => tell({ type: 'task.cancel', task: id, reason })}
          onClose={onClose}
        />
      );
    default:
      return (
        <Confirm
          question={texts.confirmQuestion(task.title)}
          detail={texts.confirmDetail}
          act={texts.acts.confirm}
          onConfirm={() => sayFault(tell({ type: 'task.confirm', task: id }))}
          onClose={onClose}
        />
      );
  }
}

export async function sayFault(told: Promise<string>): Promise<void> {
  const fault = await told;
  if (fault) {
    say(fault, 'stop');
  }
}

interface ReasonProps {
  heading: string;
  detail?: string;
  act: string;
  stop?: boolean;
  onSubmit: (reason: string) => Promise<string>;
  onClose: () => void;
}

function Reason({ heading, detail, act, stop = false, onSubmit, onClose }: ReasonProps) {
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      heading={heading}
      act={act}
      kind={stop ? 'stop' : 'primary'}
      onSubmit={() => onSubmit(reason.trim())}
      onClose={onClose}
    >
      {detail && <p class="dialog-text">{detail}</p>}
      <TextArea label={t().tasks.reason} value={reason} onValue={setReason} maxLength={1000} required />
    </FormDialog>
  );
}

/** Progress, or that it is done; a file that was sent before a fault is not sent twice. */
function Report({ entry: [id, task], done, onClose }: Omit<TaskDialogProps, 'act'> & { done: boolean }) {
  const [text, setText] = useState('');
  const [percent, setPercent] = useState(String(task.percent));
  const [files, setFiles] = useState<{ id: string; file: File }[]>([]);
  const [sending, setSending] = useState('');
  const arrived = useRef(new Set<string>());
  const texts = t().tasks;
  const submit = async () => {
    for (const one of files) {
      if (!arrived.current.has(one.id)) {
        setSending(one.file.name);
        const fault = await faultOfFile(attachFile(id, one.file, one.id));
        setSending('');
        if (fault) {
          return fault;
        }
        arrived.current.add(one.id);
      }
    }
    const sent = files.map(one => one.id);
    return done
      ? tell({ type: 'task.finish', task: id, outcome: text.trim(), files: sent })
      : tell({ type: 'task.report', task: id, text: text.trim(), percent: Number(percent), files: sent });
  };
  return (
    <FormDialog
      heading={done ? texts.acts.finish : texts.acts.report}
      act={t().common.send}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        label={done ? texts.outcome : texts.report.text}
        value={text}
        onValue={setText}
        maxLength={1000}
        required
      />
      {!done && (
        <Field
          label={texts.report.percent}
          type="number"
          inputMode="numeric"
          value={percent}
          onValue={setPercent}
          required
        />
      )}
      <Files chosen={files} onChosen={setFiles} />
      <p class="small" role="status">
        {sending && texts.report.sending(sending)}
      </p>
    </FormDialog>
  );
}

async function faultOfFile(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    return error instanceof NetworkLost ? t().tasks.report.unreached : sentence(error);
  }
}

interface FilesProps {
  chosen: { id: string; file: File }[];
  onChosen: (files: { id: string; file: File }[]) => void;
}

function Files({ chosen, onChosen }: FilesProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState('');
  const take = (files: FileList | null) => {
    const good = [...(files ?? [])].filter(file => !uploadFault(file.name, file.size));
    const bad = [...(files ?? [])].find(file => uploadFault(file.name, file.size));
    setFault(bad ? `${bad.name}: ${t().papers.faults[uploadFault(bad.name, bad.size)!]}` : '');
    onChosen([...chosen, ...good.map(file => ({ id: newId(), file }))]);
  };
  return (
    <div class="stack">
      <div>
        <Button icon="fileUp" onClick={() => picker.current?.click()}>
          {t().tasks.report.files}
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t().tasks.report.files}
        onChange={event => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {fault && (
        <p class="form-error" role="alert">
          {fault}
        </p>
      )}
      <ul>
        {chosen.map(({ id, file }) => (
          <li key={id} class="small">
            {file.name}
          </li>
        ))}
      </ul>
    </div>
  );
}

function AskTime({ entry: [id, task], onClose }: Omit<TaskDialogProps, 'act'>) {
  const [day, setDay] = useState(dateField(task.deadline + 7 * 86_400_000));
  const [reason, setReason] = useState('');
  const texts = t().tasks;
  const submit = () =>
    tell({ type: 'task.ask-time', task: id, until: endOf(day) || 0, reason: reason.trim() });
  return (
    <FormDialog heading={texts.acts['ask-time']} act={t().common.send} onSubmit={submit} onClose={onClose}>
      <Field label={texts.time.until} type="date" value={day} onValue={setDay} required />
      <TextArea label={texts.time.reason} value={reason} onValue={setReason} maxLength={1000} required />
    </FormDialog>
  );
}

function AnswerTime({ entry: [id, task], onClose }: Omit<TaskDialogProps, 'act'>) {
  const [answer, setAnswer] = useState<'grant' | 'refuse'>('grant');
  const [day, setDay] = useState(dateField(task.asked_until ?? task.deadline));
  const [reason, setReason] = useState('');
  const texts = t().tasks.time;
  const why = [...task.steps].reverse().find(({ act }) => act === 'ask-time');
  const granted = answer === 'grant';
  const submit = () =>
    tell({
      type: 'task.answer-time',
      task: id,
      granted,
      until: granted ? endOf(day) || 0 : 0,
      reason: reason.trim(),
    });
  return (
    <FormDialog
      heading={t().tasks.acts['answer-time']}
      act={texts.answer}
      onSubmit={submit}
      onClose={onClose}
    >
      <p class="dialog-text">
        {texts.asked(date(task.asked_until ?? 0))} {why?.text}
      </p>
      <Choice
        label={texts.answer}
        value={answer}
        choices={[
          ['grant', texts.grant],
          ['refuse', texts.refuse],
        ]}
        onValue={setAnswer}
      />
      {granted ? (
        <Field label={texts.grantUntil} type="date" value={day} onValue={setDay} required />
      ) : (
        <TextArea label={texts.refuseReason} value={reason} onValue={setReason} maxLength={1000} required />
      )}
    </FormDialog>
  );
}
