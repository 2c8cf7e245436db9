import { t } from '../../i18n';
import type { CirculationRecord } from '../../records';
import { allOf } from '../../rules/packet';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Card } from '../../ui/card';
import { Icon } from '../../ui/icon';
import { fullMoment, LOOKS, leftWords } from './words';

interface Props {
  stream: Stream;
  row: CirculationRecord;
}

/** The question with what belongs to it: deadline, explanation, how it is decided and who sees what. */
export function Question({ stream, row }: Props) {
  const words = t().circulations;
  return (
    <Card label={words.question}>
      <Standing row={row} />
      <h2 class="circulation-question">{row.question}</h2>
      <p class="quiet">{[row.parent_agency, row.agency].filter(Boolean).join(' · ')}</p>
      {row.explanation && <p class="circulation-text">{row.explanation}</p>}
      {row.state === 'withdrawn' && <p class="form-error">{words.withdrawnFor(row.reason)}</p>}
      {row.extensions.map(({ at, until, reason }) => (
        <p key={at} class="small">
          {words.extended(fullMoment(until), reason)}
        </p>
      ))}
      <Papers stream={stream} />
    </Card>
  );
}

/** State and deadline, in words that change as time goes by. */
function Standing({ row }: { row: CirculationRecord }) {
  const words = t().circulations;
  const [icon, tone] = LOOKS[row.state];
  const now = tickingNow();
  const over = row.state === 'open' && now > row.deadline;
  return (
    <div class="row">
      <Badge icon={over ? 'clock' : icon} tone={over ? 'warn' : tone}>
        {over ? (row.late === 'taken' ? words.takenLate : words.over) : words.state[row.state]}
      </Badge>
      {row.state === 'open' && <strong class="figures">{leftWords(row.deadline, now)}</strong>}
      <span class="quiet figures">{words.due(fullMoment(row.deadline))}</span>
    </div>
  );
}

/** The published papers, each opening in the reader. */
export function Papers({ stream }: { stream: Stream }) {
  const words = t().circulations;
  const packet = allOf(stream.records.of('paper').value, stream.records.of('version').value);
  const shown = packet.filter(({ paper }) => paper.state === 'published');
  return (
    <>
      <h3>{words.papers}</h3>
      {shown.length === 0 && <p class="quiet small">{words.noPapers}</p>}
      <ul class="stack">
        {shown.map(({ id, paper, version }) => (
          <li key={id}>
            <a class="circulation-paper" href={`#/circulation/${stream.id}/${id}`}>
              <Icon name="fileText" />
              <span>
                <span class="visually-hidden">{words.read}</span> {paper.title}
              </span>
              {version && <span class="quiet small figures">{words.pages(version.pages)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The rule in sentences, and until when nobody reads whose opinion. */
export function Rules({ row }: { row: CirculationRecord }) {
  const words = t().circulations;
  return (
    <details class="card">
      <summary>{words.rule}</summary>
      <p>{row.rule_text}</p>
      <h3>{words.whoSees}</h3>
      <p>{words.sees[row.names ? 'names' : 'counts']}</p>
    </details>
  );
}
