import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { mine } from '../../rules/tasks';
import { closedTasks, taskStream, viewer } from '../../sync/tasks';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Tabs } from '../../ui/tabs';
import { Empty, Loading } from '../../ui/waiting';
import { HomeBar } from '../home-bar';
import { StuckLink } from '../letters/stuck-link';
import { useAnswer } from '../parts/use-answer';
import { TaskForm } from './form';
import { TaskLines } from './line';
import { FilteredTasks } from './list';
import '../../styles/desk.css';
import './tasks.css';

type Shelf = 'mine' | 'all' | 'closed';

/** Every task that this person sees: his own, all that are under way, and the register of closed ones. */
export default function Tasks() {
  const stream = taskStream();
  const who = viewer();
  const open = stream.records.of('task').value;
  const own = mine(open, who);
  const [shelf, setShelf] = useState<Shelf>(who.role === 'secretary' ? 'all' : 'mine');
  const texts = t().tasks;
  return (
    <div class="home">
      <HomeBar />
      <main class="page">
        <a href="#/">{t().room.home}</a>
        <div class="row apart">
          <h1>{texts.heading}</h1>
          {who.role === 'secretary' && (
            <div class="row">
              <a class="button" href="#/statistics/tasks">
                {t().statistics.open}
              </a>
              <GiveTask />
            </div>
          )}
        </div>
        <StuckLink />
        {stream.state.value === 'loading' ? (
          <Loading />
        ) : (
          <Tabs
            label={texts.heading}
            tabs={[
              { name: 'mine', word: texts.mine, count: own.length },
              { name: 'all', word: texts.all, count: open.size },
              { name: 'closed', word: texts.register },
            ]}
            chosen={shelf}
            onChoose={setShelf}
          >
            {shelf === 'mine' && <Own tasks={own} />}
            {shelf === 'all' && <FilteredTasks tasks={open} />}
            {shelf === 'closed' && <Closed changed={open.size} />}
          </Tabs>
        )}
      </main>
    </div>
  );
}

function Own({ tasks }: { tasks: ReturnType<typeof mine> }) {
  return tasks.length ? (
    <TaskLines tasks={tasks} label={t().tasks.mine} />
  ) : (
    <Empty icon="circleCheck">{t().tasks.mineNone}</Empty>
  );
}

/** Asked anew when a task under way was closed. */
function Closed({ changed }: { changed: number }) {
  const [words, setWords] = useState('');
  const found = useAnswer(() => closedTasks(words), [words.trim(), changed]);
  const texts = t().tasks;
  return (
    <div class="stack">
      <Field label={texts.searchClosed} type="search" value={words} onValue={setWords} />
      {found === 'waiting' && <Loading />}
      {found === 'failed' && <Empty icon="wifiOff">{t().common.theServerIsAway}</Empty>}
      {typeof found === 'object' &&
        (found.length ? (
          <TaskLines tasks={found} label={texts.register} />
        ) : (
          <Empty icon="search">{texts.noneFound}</Empty>
        ))}
    </div>
  );
}

/** A task of the office itself, of no meeting. */
function GiveTask() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon="plus" kind="primary" onClick={() => setOpen(true)}>
        {t().tasks.give}
      </Button>
      {open && <TaskForm onClose={() => setOpen(false)} />}
    </>
  );
}
