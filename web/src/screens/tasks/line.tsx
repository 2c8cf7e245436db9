import { t } from '../../i18n';
import type { TaskRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { daysLeft, partyWords, standing } from '../../rules/tasks';
import { date } from '../../rules/time';
import { serverNow } from '../../sync/clock';
import { Badge, type Tone } from '../../ui/badge';
import type { IconName } from '../../ui/icon';
import './tasks.css';

const LOOKS: Record<ReturnType<typeof standing>, [IconName, Tone]> = {
  overdue: ['triangleAlert', 'stop'],
  soon: ['timer', 'warn'],
  open: ['clock', 'plain'],
  done: ['circleCheck', 'primary'],
  closed: ['check', 'plain'],
};

/** Its state in one badge: what is late says how late it is. */
export function TaskBadge({ task }: { task: TaskRecord }) {
  const now = serverNow();
  const stands = standing(task, now);
  const [icon, tone] = LOOKS[stands];
  const texts = t().tasks;
  const days = daysLeft(task.deadline, now);
  const words =
    stands === 'overdue'
      ? texts.late(-days)
      : stands === 'soon'
        ? texts.left(days)
        : texts.states[task.state];
  return (
    <Badge icon={icon} tone={task.state === 'confirmed' ? 'good' : tone}>
      {words}
    </Badge>
  );
}

/** One task in a list: the whole line leads to its page. */
export function TaskLine({
  entry: [id, task],
  report = false,
}: {
  entry: Entry<TaskRecord>;
  report?: boolean;
}) {
  const texts = t().tasks;
  return (
    <li>
      <a class="task-line" href={`#/tasks/${id}`}>
        <span class="line-title">{task.title}</span>
        <span class="small quiet">
          {[partyWords(task, task.owner), texts.due(date(task.deadline))].join(' · ')}
        </span>
        <span class="paper-badges">
          <TaskBadge task={task} />
          {task.asked_until && (
            <Badge icon="timer" tone="warn">
              {texts.asksUntil(date(task.asked_until))}
            </Badge>
          )}
          {task.state === 'accepted' && task.percent > 0 && (
            <Badge icon="circleDot">{texts.percent(task.percent)}</Badge>
          )}
        </span>
        {report && <LastReport task={task} />}
      </a>
    </li>
  );
}

function LastReport({ task }: { task: TaskRecord }) {
  const last = task.steps.findLast(step => step.act === 'report' || step.act === 'finish');
  const said = last ? t().unfinished.report(date(last.at), last.text) : t().unfinished.noReport;
  return <span class="small">{said}</span>;
}

interface TaskLinesProps {
  tasks: readonly Entry<TaskRecord>[];
  label: string;
  /** Whether each line tells what was reported last. */
  report?: boolean;
}

export function TaskLines({ tasks, label, report = false }: TaskLinesProps) {
  return (
    <ul class="lines boxed task-lines" aria-label={label}>
      {tasks.map(entry => (
        <TaskLine key={entry[0]} entry={entry} report={report} />
      ))}
    </ul>
  );
}
