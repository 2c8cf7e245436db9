import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { CirculationRecord, MyAnswerRecord } from '../../records';
import { takesAnswers } from '../../rules/circulations';
import { exactTime } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { AnswerForm } from './answer-form';
import { ConfirmAnswer } from './confirm';
import { deskOf, submitAgain } from './draft';
import { AnswerFile, ChoiceBadge, FormLinks } from './result';
import { fullMoment } from './words';

interface Props {
  stream: Stream;
  row: CirculationRecord;
}

/** The own answer: the form while answers are taken, and always what is recorded. */
export function MyAnswer({ stream, row }: Props) {
  const words = t().circulations;
  const user = me.value?.user.id ?? '';
  const mine = stream.records.row('my_answer', `${stream.id}.${user}`);
  const takes = takesAnswers(row, tickingNow());
  const offline = stream.keptAt.value !== null;
  return (
    <Card label={words.myAnswer} tone={takes && !mine ? 'primary' : 'plain'}>
      <h2>{words.myAnswer}</h2>
      <Said stream={stream} mine={mine} />
      {offline && takes && <p class="form-error">{words.offline}</p>}
      {takes && <AnswerForm stream={stream} mine={mine} offline={offline} />}
      {!takes && <Over stream={stream} row={row} mine={mine} />}
      {takes && mine && <ConfirmAnswer stream={stream} mine={mine} />}
      {mine && (
        <p class="row small">
          {words.myForm} <FormLinks stream={stream} user={user} name={me.value?.user.name ?? ''} />
        </p>
      )}
      {mine && mine.earlier.length > 0 && <Earlier mine={mine} />}
      {takes && mine && <p class="small quiet">{mine.late ? words.changeableLate : words.changeable}</p>}
    </Card>
  );
}

/** What became of the answer, never more than is known. */
function Said({ stream, mine }: { stream: Stream; mine: MyAnswerRecord | undefined }) {
  const words = t().circulations;
  const { box } = deskOf(stream.id);
  const state = box.state.value;
  return (
    <div class="stack" role="status">
      {state.phase === 'sending' && <p>{words.sending}</p>}
      {state.phase === 'refused' && <p class="form-error">{words.refused(state.why)}</p>}
      {state.phase === 'unrecorded' && (
        <>
          <p class="form-error">{words.unrecorded}</p>
          <Button kind="primary" wide icon="refreshCw" onClick={() => submitAgain(stream.id)}>
            {words.again}
          </Button>
        </>
      )}
      {mine && (
        <p class="row">
          <Badge icon="circleCheck" tone="good">
            {words.recorded(words.choices[mine.choice], exactTime(mine.at))}
          </Badge>
          {mine.late && (
            <Badge icon="clock" tone="warn">
              {words.late}
            </Badge>
          )}
        </p>
      )}
    </div>
  );
}

/** After the end: what was answered, to be read. */
function Over({ stream, row, mine }: Props & { mine: MyAnswerRecord | undefined }) {
  const words = t().circulations;
  return (
    <>
      {row.state === 'open' && <p>{words.overNow}</p>}
      {row.state === 'closed' && <p>{words.closedNow}</p>}
      {mine ? (
        <>
          <ChoiceBadge choice={mine.choice} />
          {mine.text && <p class="circulation-text">{mine.text}</p>}
          {mine.file && <AnswerFile stream={stream} user={me.value?.user.id ?? ''} name={mine.file} />}
          {mine.confirmed_at !== null && (
            <p class="small quiet">{words.confirmed(fullMoment(mine.confirmed_at))}</p>
          )}
        </>
      ) : (
        <p class="quiet">{words.noAnswer}</p>
      )}
    </>
  );
}

function Earlier({ mine }: { mine: MyAnswerRecord }) {
  const [open, setOpen] = useState(false);
  const words = t().circulations;
  return (
    <details open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.earlier(mine.earlier.length)}</summary>
      <ul class="lines">
        {[...mine.earlier].reverse().map(({ at, choice, text, file }) => (
          <li key={at} class="line">
            <div class="line-words">
              <p class="small figures">{fullMoment(at)}</p>
              {text && <p class="circulation-text small">{text}</p>}
              {file && <p class="small quiet">{file}</p>}
            </div>
            <ChoiceBadge choice={choice} />
          </li>
        ))}
      </ul>
    </details>
  );
}
