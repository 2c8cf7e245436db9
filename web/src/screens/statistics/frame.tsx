import type { ComponentChildren } from 'preact';
import { t } from '../../i18n';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { Icon, type IconName } from '../../ui/icon';
import { Empty, Loading } from '../../ui/waiting';
import { HomeBar } from '../home-bar';
import { usePeriod } from './period';
import '../../styles/desk.css';
import './statistics.css';

const SUBJECTS = ['meetings', 'circulations', 'tasks'] as const;
type Subject = (typeof SUBJECTS)[number];

interface FrameProps<Told> {
  subject: Subject;
  /** Says so when nothing of the period is counted. */
  none: { icon: IconName; words: string; when: (told: Told) => boolean };
  /** What the period's figures are drawn as; `csv` gives the address of a table by its name. */
  draw: (told: Told, csv: (table: string) => string) => ComponentChildren;
  total: (told: Told) => ComponentChildren;
}

/** The frame of all statistics: the subjects side by side, the days, the sums with their spreadsheet, the tables. */
export function StatisticsFrame<Told>({ subject, none, draw, total }: FrameProps<Told>) {
  const words = t().statistics;
  const { from, setFrom, to, setTo, told, fault, query } = usePeriod<Told>(subject);
  const place = `/api/statistics/${subject}`;
  return (
    <div class="home">
      <HomeBar />
      <main class="page statistics">
        <a href="#/">{t().room.home}</a>
        <h1>{words.headings[subject]}</h1>
        <nav class="row" aria-label={words.open}>
          {SUBJECTS.map(one => (
            <a
              key={one}
              class={`button small${one === subject ? ' primary' : ''}`}
              href={`#/statistics/${one}`}
              aria-current={one === subject ? 'page' : undefined}
            >
              {words.subjects[one]}
            </a>
          ))}
        </nav>
        <div class="two-fields">
          <Field label={words.from[subject]} type="date" value={from} onValue={setFrom} />
          <Field label={words.to} type="date" value={to} onValue={setTo} />
        </div>
        {fault && (
          <p class="form-error" role="alert">
            {fault}
          </p>
        )}
        {!told && !fault && <Loading />}
        {told && none.when(told) && <Empty icon={none.icon}>{none.words}</Empty>}
        {told && !none.when(told) && (
          <>
            <Card label={words.total}>
              <div class="row apart">
                <h2>{words.total}</h2>
                <a class="button small" href={`${place}.xlsx?${query}`} download="">
                  <Icon name="download" /> {words.xlsx}
                </a>
              </div>
              {total(told)}
            </Card>
            {draw(told, table => `${place}/${table}.csv?${query}`)}
          </>
        )}
      </main>
    </div>
  );
}

/** Figures under their words; what stands in brackets says them more exactly. */
export function Sums({
  facts,
}: {
  facts: readonly (readonly [word: string, much: string, exactly?: string])[];
}) {
  return (
    <dl class="statistics-total figures">
      {facts.map(([word, much, exactly]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>
            <strong>{much}</strong> {exactly && `(${exactly})`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
