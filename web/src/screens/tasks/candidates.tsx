import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { go } from '../../route';
import { matches } from '../../rules/names';
import { date } from '../../rules/time';
import { act } from '../../sync/cabinet';
import { type Candidate, candidatesIn } from '../../sync/candidates';
import type { Stream } from '../../sync/stream';
import { taskStream } from '../../sync/tasks';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Empty, Loading } from '../../ui/waiting';
import { useAnswer } from '../parts/use-answer';
import { asked } from '../room/asked';
import { type Draft, TaskForm } from './form';
import './tasks.css';

const SHOWN = 20;
const LONGEST_TITLE = 300;

/** Work found in directives and conclusions: given as a task after a look, or dismissed. */
export function Candidates({ stream }: { stream: Stream }) {
  const { records } = stream;
  const texts = t().candidates;
  const ready = [...records.of('version').value].map(([id, { state }]) => id + state);
  const published = [...records.of('paper').value].map(([id, { state, version }]) => id + state + version);
  const concluded = [...records.of('conclusion').value].map(([id, { at }]) => `${id} ${at}`);
  const tasks = taskStream().records.of('task').value.size;
  const found = useAnswer(
    () => candidatesIn(stream.id),
    [stream.id, ready.join(), published.join(), concluded.join(), tasks],
  );
  if (found === 'waiting') {
    return <Loading word={texts.looking} />;
  }
  if (found === 'failed') {
    return <Empty icon="circleAlert">{texts.failed}</Empty>;
  }
  return <Found stream={stream} all={found.filter(({ task }) => !task)} />;
}

function Found({ stream, all }: { stream: Stream; all: Candidate[] }) {
  const [words, setWords] = useState('');
  const [dated, setDated] = useState(false);
  const [most, setMost] = useState(SHOWN);
  const dismissed = stream.records.of('dismissed_candidate').value;
  const texts = t().candidates;
  const open = all.filter(({ id }) => !dismissed.has(id));
  const gone = all.filter(({ id }) => dismissed.has(id));
  const fitting = open.filter(
    one => (!dated || one.deadline > 0) && matches(`${one.agency} ${one.quote} ${one.title}`, words),
  );
  if (all.length === 0) {
    return <Empty icon="search">{texts.none}</Empty>;
  }
  return (
    <div class="stack">
      <p class="small quiet">{texts.hint}</p>
      <Field label={texts.search} type="search" value={words} onValue={setWords} />
      <label class="tick">
        <input type="checkbox" checked={dated} onChange={event => setDated(event.currentTarget.checked)} />
        <span>{texts.dated}</span>
      </label>
      <p class="small quiet" role="status">
        {texts.counts(fitting.length, open.length)}
      </p>
      <ul class="lines boxed" aria-label={texts.heading}>
        {fitting.slice(0, most).map(one => (
          <Line key={one.id} stream={stream} candidate={one} />
        ))}
      </ul>
      {fitting.length > most && (
        <Button wide onClick={() => setMost(most + SHOWN)}>
          {texts.more(fitting.length - most)}
        </Button>
      )}
      {gone.length > 0 && (
        <details>
          <summary class="candidate-gone">{texts.dismissed(gone.length)}</summary>
          <ul class="lines boxed" aria-label={texts.dismissed(gone.length)}>
            {gone.map(one => (
              <li key={one.id} class="line">
                <span class="line-words small">{one.quote}</span>
                <Button
                  size="small"
                  icon="rotateCcw"
                  label={texts.named(texts.restore, one.work)}
                  onClick={() => act(stream.id, { type: 'candidate.restore', candidate: one.id })}
                >
                  {texts.restore}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Line({ stream, candidate: one }: { stream: Stream; candidate: Candidate }) {
  const [giving, setGiving] = useState(false);
  const texts = t().candidates;
  const show = () => {
    asked.value = {
      paper: one.paper,
      version: one.version,
      page: one.page,
      lit: [{ page: one.page, quads: one.quads }],
    };
    go(`/meeting/${stream.id}/room`);
  };
  return (
    <li class="line paper-line">
      <div class="line-words">
        <p class="line-title">{one.agency}</p>
        <p>{one.work}</p>
        <p class="small quiet">
          {one.paper ? t().tasks.quoted(one.title, one.page) : texts.concluded(one.title)}
        </p>
        <p class="paper-badges">
          {one.deadline ? (
            <Badge icon="clock">{t().tasks.due(date(one.deadline))}</Badge>
          ) : (
            <Badge icon="circleAlert" tone="warn">
              {one.said ? texts.recurs(one.said) : texts.undated}
            </Badge>
          )}
          {one.together.length > 0 && <Badge icon="users">{texts.together(one.together.join('; '))}</Badge>}
        </p>
      </div>
      <div class="line-acts">
        <Button
          size="small"
          kind="primary"
          icon="plus"
          label={texts.named(t().tasks.give, one.work)}
          onClick={() => setGiving(true)}
        >
          {t().tasks.give}
        </Button>
        {one.paper && (
          <Button
            size="small"
            icon="bookOpenText"
            label={texts.named(t().tasks.openPaper, one.work)}
            onClick={show}
          >
            {t().tasks.openPaper}
          </Button>
        )}
        <Button
          size="small"
          kind="quiet"
          icon="x"
          label={texts.named(texts.dismiss, one.work)}
          onClick={() => act(stream.id, { type: 'candidate.dismiss', candidate: one.id })}
        >
          {texts.dismiss}
        </Button>
      </div>
      {giving && <TaskForm draft={draftOf(stream, one)} onClose={() => setGiving(false)} />}
    </li>
  );
}

/** Everything that was found stands in the form, to be looked at and changed. */
function draftOf(stream: Stream, one: Candidate): Draft {
  const text = one.quote.slice(0, 2000);
  return {
    meeting: stream.id,
    item: one.item,
    plan: {
      title: shortened(one.work),
      owner: `unit:${one.agency}`,
      collaborators: one.together.filter(unit => unit !== one.agency).map(unit => `unit:${unit}`),
      deadline: one.deadline,
      basis: one.basis,
    },
    ...(one.paper
      ? {
          quotation: {
            paper: one.paper,
            version: one.version,
            page: one.page,
            text,
            quads: one.quads.slice(0, 100),
          },
        }
      : {}),
  };
}

/** Cut after a whole word. */
function shortened(work: string): string {
  return work.length <= LONGEST_TITLE ? work : `${work.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/, '')}…`;
}
