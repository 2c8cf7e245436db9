import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { TaskRecord } from '../../records';
import { ANY, filtered, ownersOf } from '../../rules/tasks';
import { serverNow } from '../../sync/clock';
import { Choice, Field } from '../../ui/field';
import { Empty } from '../../ui/waiting';
import { endOf } from './form';
import { TaskLines } from './line';
import './tasks.css';

const STANDINGS = ['overdue', 'soon', 'open', 'waiting'] as const;

/** Tasks under way, narrowed by words, state, owner and deadline. */
export function FilteredTasks({ tasks }: { tasks: ReadonlyMap<string, TaskRecord> }) {
  const [filter, setFilter] = useState(ANY);
  const [day, setDay] = useState('');
  const texts = t().tasks;
  if (tasks.size === 0) {
    return <Empty icon="circleCheck">{texts.none}</Empty>;
  }
  const found = filtered(tasks, { ...filter, until: endOf(day) }, serverNow());
  return (
    <div class="stack">
      <div class="task-filter">
        <Field
          label={texts.search}
          type="search"
          value={filter.words}
          onValue={words => setFilter({ ...filter, words })}
        />
        <Choice
          label={texts.filterStanding}
          value={filter.standing}
          choices={[['', texts.any], ...STANDINGS.map(one => [one, texts.standings[one]] as const)]}
          onValue={standing => setFilter({ ...filter, standing })}
        />
        <Choice
          label={texts.filterOwner}
          value={filter.owner}
          choices={[['', texts.any], ...ownersOf(tasks)]}
          onValue={owner => setFilter({ ...filter, owner })}
        />
        <Field label={texts.filterUntil} type="date" value={day} onValue={setDay} />
      </div>
      <p class="small quiet" role="status">
        {texts.counts(found.length, tasks.size)}
      </p>
      {found.length ? (
        <TaskLines tasks={found} label={texts.all} />
      ) : (
        <Empty icon="search">{texts.noneFound}</Empty>
      )}
    </div>
  );
}
