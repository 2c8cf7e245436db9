import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { TaskFile, TaskRecord, TaskStep } from '../../records';
import { type Blanks, go } from '../../route';
import { size } from '../../rules/figures';
import { actsOf, partyWords, type TaskAct } from '../../rules/tasks';
import { date, time } from '../../rules/time';
import { oneTask, taskStream, tellTask, viewer } from '../../sync/tasks';
import { Bar } from '../../ui/bar';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import type { IconName } from '../../ui/icon';
import { Empty, Loading } from '../../ui/waiting';
import { HomeBar } from '../home-bar';
import { useAnswer } from '../parts/use-answer';
import { asked } from '../room/asked';
import { faultOf } from '../secretary/form-dialog';
import { sayFault, TaskDialog } from './dialogs';
import { TaskBadge } from './line';
import '../../styles/desk.css';
import './tasks.css';

/** One task: what it asks for, what can be done now, and everything that has happened to it. */
export default function TaskPage({ task: id }: Blanks) {
  const stream = taskStream();
  const live = stream.records.row('task', id);
  const known = stream.state.value !== 'loading';
  const closed = useAnswer(
    () => (known && !live ? oneTask(id!) : Promise.resolve(null)),
    [id, known, Boolean(live)],
  );
  const task = live ?? (typeof closed === 'object' ? closed : null);
  return (
    <div class="home">
      <HomeBar />
      <main class="page">
        <a href="#/tasks">{t().tasks.back}</a>
        {task ? (
          <Shown id={id!} task={task} />
        ) : closed === 'failed' ? (
          <Empty icon="circleAlert">{t().tasks.gone}</Empty>
        ) : (
          <Loading />
        )}
      </main>
    </div>
  );
}

function Shown({ id, task }: { id: string; task: TaskRecord }) {
  const texts = t().tasks;
  return (
    <>
      <h1>{task.title}</h1>
      <p class="paper-badges">
        <TaskBadge task={task} />
      </p>
      {task.state !== 'cancelled' && (
        <Bar label={texts.progress} said={texts.percent(task.percent)} value={task.percent} of={100} />
      )}
      <Acts id={id} task={task} />
      <Card label={task.title}>
        <Facts task={task} />
      </Card>
      <Card label={texts.history}>
        <h2>{texts.history}</h2>
        <ol class="task-steps">
          {[...task.steps].reverse().map(step => (
            <Step key={`${step.at} ${step.act}`} id={id} step={step} files={task.files} />
          ))}
        </ol>
      </Card>
    </>
  );
}

const ICONS: Record<TaskAct, IconName> = {
  accept: 'check',
  report: 'fileUp',
  'ask-time': 'timer',
  'answer-time': 'timer',
  finish: 'circleCheck',
  confirm: 'circleCheck',
  return: 'rotateCcw',
  edit: 'pencil',
  cancel: 'circleX',
};
const FIRST: readonly TaskAct[] = ['accept', 'confirm', 'answer-time', 'finish'];

function Acts({ id, task }: { id: string; task: TaskRecord }) {
  const [open, setOpen] = useState<TaskAct | null>(null);
  const acts = actsOf(task, viewer());
  const first = FIRST.find(act => acts.includes(act));
  const press = (act: TaskAct) =>
    act === 'accept' ? sayFault(faultOf(tellTask({ type: 'task.accept', task: id }))) : setOpen(act);
  return (
    <div class="task-acts">
      {acts.map(act => (
        <Button
          key={act}
          icon={ICONS[act]}
          kind={act === first ? 'primary' : act === 'cancel' ? 'quiet' : 'plain'}
          onClick={() => press(act)}
        >
          {t().tasks.acts[act]}
        </Button>
      ))}
      {open && <TaskDialog act={open} entry={[id, task]} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Facts({ task }: { task: TaskRecord }) {
  const texts = t().tasks;
  const helpers = task.collaborators.map(party => partyWords(task, party)).join('; ');
  const place = [task.meeting_title, task.item_title].filter(Boolean).join(' · ');
  const rows: [string, string][] = [
    [texts.facts.owner, partyWords(task, task.owner)],
    [texts.facts.answers, task.answers],
    [texts.facts.collaborators, helpers || texts.nobody],
    [texts.facts.deadline, date(task.deadline)],
    [texts.facts.result, task.result],
    [texts.facts.basis, task.basis],
    [texts.facts.from, place],
    [texts.facts.outcome, task.outcome],
  ];
  return (
    <dl class="task-facts">
      {rows
        .filter(([, said]) => said)
        .map(([label, said]) => (
          <>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </>
        ))}
      {task.quotation && <Quoted task={task} />}
    </dl>
  );
}

/** The sentence it comes from, and the way to it for whoever may open the paper. */
function Quoted({ task }: { task: TaskRecord }) {
  const { paper, version, page, text, quads = [] } = task.quotation!;
  const texts = t().tasks;
  const show = () => {
    asked.value = { paper, version, page, lit: quads.length ? [{ page, quads }] : [] };
    go(`/meeting/${task.meeting}/room`);
  };
  return (
    <>
      <dt>{texts.facts.quotation}</dt>
      <dd>
        <blockquote class="task-quotation">{text}</blockquote>
        <p class="small quiet">{texts.quoted(task.quoted_title, page)}</p>
        <Button size="small" icon="bookOpenText" onClick={show}>
          {texts.openPaper}
        </Button>
      </dd>
    </>
  );
}

function Step({ id, step, files }: { id: string; step: TaskStep; files: readonly TaskFile[] }) {
  return (
    <li>
      <p>
        <strong>{step.name}</strong> {stepWords(step)}
      </p>
      <p class="small quiet">
        {time(step.at)}, {date(step.at)}
      </p>
      {step.text && <p class="task-step-text">{step.text}</p>}
      {files
        .filter(file => step.files.includes(file.id))
        .map(file => (
          <p key={file.id}>
            <a class="task-file" href={`/api/tasks/${id}/files/${file.id}`}>
              {t().tasks.download(file.name, size(file.size))}
            </a>
          </p>
        ))}
    </li>
  );
}

function stepWords(step: TaskStep): string {
  const texts = t().tasks.steps;
  switch (step.act) {
    case 'give':
    case 'edit':
    case 'ask-time':
    case 'grant-time':
      return texts[step.act](date(step.until ?? 0));
    case 'report':
      return texts.report(step.percent ?? 0);
    default:
      return texts[step.act];
  }
}
