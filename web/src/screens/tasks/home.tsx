import { t } from '../../i18n';
import { mine, waitingForDesk } from '../../rules/tasks';
import { taskStream, viewer } from '../../sync/tasks';
import { Badge } from '../../ui/badge';
import { TaskLines } from './line';
import './tasks.css';

const SHOWN = 3;

/** At home: what this person has to do, the most urgent first, and what waits for his word. */
export function HomeTasks() {
  const open = taskStream().records.of('task').value;
  const who = viewer();
  const own = mine(open, who);
  const waiting = waitingForDesk(open, who);
  const texts = t().tasks;
  if (own.length + waiting.length === 0) {
    return null;
  }
  return (
    <section class="home-tasks" aria-label={texts.mine}>
      <div class="row apart">
        <h2>{texts.mine}</h2>
        <a class="button small" href="#/tasks">
          {texts.seeAll(open.size)}
        </a>
      </div>
      {waiting.length > 0 && (
        <p>
          <Badge icon="circleAlert" tone="warn">
            {texts.waitingCount(waiting.length)}
          </Badge>
        </p>
      )}
      <TaskLines tasks={(own.length ? own : waiting).slice(0, SHOWN)} label={texts.mine} />
    </section>
  );
}
