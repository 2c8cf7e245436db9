import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { agenda } from '../../rules/agenda';
import { byUrgency } from '../../rules/tasks';
import type { Stream } from '../../sync/stream';
import { taskStream } from '../../sync/tasks';
import { Button } from '../../ui/button';
import { Tabs } from '../../ui/tabs';
import { Candidates } from './candidates';
import { type Draft, TaskForm } from './form';
import { TaskLines } from './line';
import { FilteredTasks } from './list';
import './tasks.css';

/** At the secretary's desk: the tasks of this meeting, and a new one. */
export function MeetingTasks({ stream }: { stream: Stream }) {
  const [shelf, setShelf] = useState<'given' | 'found'>('given');
  const tasks = new Map(
    [...taskStream().records.of('task').value].filter(([, task]) => task.meeting === stream.id),
  );
  return (
    <div class="desk-narrow">
      <div class="row apart">
        <h2>{t().tasks.ofMeeting}</h2>
        <GiveTask stream={stream} item="" />
      </div>
      <Tabs
        label={t().tasks.ofMeeting}
        tabs={[
          { name: 'given', word: t().candidates.given, count: tasks.size },
          { name: 'found', word: t().candidates.tab },
        ]}
        chosen={shelf}
        onChoose={setShelf}
      >
        {shelf === 'given' ? <FilteredTasks tasks={tasks} /> : <Candidates stream={stream} />}
      </Tabs>
    </div>
  );
}

/** Beside a conclusion: its tasks, and the way to make one of it. */
export function ConclusionTasks({ stream, item }: { stream: Stream; item: string }) {
  const tasks = byUrgency(taskStream().records.of('task').value).filter(
    ([, task]) => task.meeting === stream.id && task.item === item,
  );
  return (
    <div class="stack">
      {tasks.length > 0 && <TaskLines tasks={tasks} label={t().tasks.ofConclusion} />}
      <div>
        <GiveTask stream={stream} item={item} small />
      </div>
    </div>
  );
}

interface GiveTaskProps {
  stream: Stream;
  item: string;
  small?: boolean;
}

function GiveTask({ stream, item, small = false }: GiveTaskProps) {
  const [open, setOpen] = useState(false);
  const texts = t().tasks;
  const items = agenda(stream.records.of('item').value).map(
    ([id, { title }], at) => [id, `${at + 1}. ${title}`] as const,
  );
  const draft: Draft = { meeting: stream.id, item, items };
  const title = stream.records.row('item', item)?.title;
  return (
    <>
      <Button
        icon="plus"
        size={small ? 'small' : 'normal'}
        {...(title ? { label: texts.giveFrom(title) } : {})}
        onClick={() => setOpen(true)}
      >
        {texts.give}
      </Button>
      {open && <TaskForm draft={draft} onClose={() => setOpen(false)} />}
    </>
  );
}
