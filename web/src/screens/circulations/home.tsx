import { useEffect } from 'preact/hooks';
import { t } from '../../i18n';
import { takesAnswers } from '../../rules/circulations';
import { serverNow } from '../../sync/clock';
import { me } from '../../sync/session';
import { Badge } from '../../ui/badge';
import { type CirculationLine, lines, loadLines } from './list';
import { NewCirculation } from './new';
import { fullMoment, LOOKS, leftWords } from './words';
import './circulations.css';

const AGAIN = 15_000;
const ON_HOME = 3;

/** Keeps the list as it is on the server while a page shows it, and at once when the page is looked at again. */
export function useLines(): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') {
        void loadLines();
      }
    };
    look();
    const timer = setInterval(look, AGAIN);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}

/**
 * On the home page: above the meetings while something waits for this person's opinion, else below them. Nothing for
 * whoever has nothing to do with any.
 */
export function HomeCirculations({ place }: { place: 'above' | 'below' }) {
  const known = lines.value ?? [];
  const office = me.value?.user.role !== 'member';
  const waiting = known.filter(waitsForMe).length;
  if ((known.length === 0 && !office) || (place === 'above') !== waiting > 0) {
    return null;
  }
  const shown = known.slice(0, Math.max(ON_HOME, waiting));
  return (
    <section class="circulations-home stack" aria-label={t().circulations.heading}>
      <div class="row apart">
        <h2>{t().circulations.heading}</h2>
        <div class="row">
          {known.length > 0 && (
            <a class="button quiet small" href="#/circulations">
              {t().circulations.all}
            </a>
          )}
          <NewCirculation />
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {waiting > 0 && t().circulations.waiting(waiting)}
      </p>
      <ul class="stack">
        {shown.map(line => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

export function waitsForMe(line: CirculationLine): boolean {
  return line.role === 'delegate' && line.answered_at === null && takesAnswers(line, serverNow());
}

export function Line({ line }: { line: CirculationLine }) {
  const words = t().circulations;
  const waits = waitsForMe(line);
  const now = serverNow();
  return (
    <li>
      <a class={`other circulation-line${waits ? ' waits' : ''}`} href={`#/circulation/${line.id}`}>
        <span class="other-title">{line.question}</span>
        <span class="row">
          <StateBadge line={line} waits={waits} />
          {line.state === 'open' && <span class="small figures">{leftWords(line.deadline, now)}</span>}
        </span>
        <span class="small quiet figures">
          {[
            line.state === 'open' || line.state === 'draft'
              ? words.due(fullMoment(line.deadline))
              : line.agency,
            line.role === 'secretary' && line.state !== 'draft' && words.progress(line.answered, line.asked),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </a>
    </li>
  );
}

function StateBadge({ line, waits }: { line: CirculationLine; waits: boolean }) {
  const words = t().circulations;
  if (waits) {
    return (
      <Badge icon="penLine" tone="warn">
        {words.toAnswer}
      </Badge>
    );
  }
  if (line.passed !== null) {
    return (
      <Badge icon={line.passed ? 'circleCheck' : 'circleX'} tone={line.passed ? 'good' : 'stop'}>
        {line.passed ? words.passed : words.rejected}
      </Badge>
    );
  }
  if (line.role === 'delegate' && line.state === 'open' && line.answered_at !== null) {
    return (
      <Badge icon="circleCheck" tone="good">
        {words.answered}
      </Badge>
    );
  }
  const over = line.state === 'open' && !takesAnswers(line, serverNow());
  const [icon, tone] = over ? (['clock', 'plain'] as const) : LOOKS[line.state];
  return (
    <Badge icon={icon} tone={tone}>
      {over ? words.over : words.state[line.state]}
    </Badge>
  );
}
