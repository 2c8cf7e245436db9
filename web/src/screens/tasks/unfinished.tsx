import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { byUrgency, standing } from '../../rules/tasks';
import { act } from '../../sync/cabinet';
import { serverNow } from '../../sync/clock';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { taskStream, unfinishedTasks } from '../../sync/tasks';
import { Button } from '../../ui/button';
import { useAnswer } from '../parts/use-answer';
import { TaskLines } from './line';
import './tasks.css';

/** The open tasks of earlier meetings of the kind, as far as the reader sees them; asked anew when one changes. */
export function Unfinished({ meeting }: { meeting: string }) {
  const words = t().unfinished;
  const followed = taskStream().records.of('task').value;
  const found = useAnswer(() => unfinishedTasks(meeting), [meeting, followed]);
  if (found === 'waiting' || found === 'failed') {
    return <p class="small quiet">{found === 'failed' ? words.failed : words.loading}</p>;
  }
  const late = found.filter(([, task]) => standing(task, serverNow()) === 'overdue').length;
  return (
    <div class="stack">
      <p class="small" role="status">
        {words.counts(found.length, late)}
      </p>
      {found.length > 0 && <TaskLines tasks={byUrgency(found)} label={words.heading} report />}
    </div>
  );
}

/** One press puts them on the agenda. */
export function AddUnfinished({ stream }: { stream: Stream }) {
  const [item] = useState(newId);
  const title = t().unfinished.heading;
  return (
    <Button
      icon="circleCheck"
      onClick={() => act(stream.id, { type: 'item.add', item, title, about: 'unfinished' })}
    >
      {t().unfinished.add}
    </Button>
  );
}
