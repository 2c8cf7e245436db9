import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { CirculationResultRecord, OpinionRecord } from '../../records';
import { percent } from '../../rules/figures';
import { compareNames } from '../../rules/names';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Bar } from '../../ui/bar';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Icon } from '../../ui/icon';
import { NumberEditor } from '../official/number';
import { CHOICE_TONES } from '../parts/result';
import { fullMoment } from './words';

const CHOICES = ['for', 'against', 'other'] as const;
const LOOKS = {
  passed: ['circleCheck', 'good'],
  elected: ['circleCheck', 'good'],
  rejected: ['circleX', 'stop'],
  tied: ['triangleAlert', 'warn'],
} as const;

/** The decision with its arithmetic, and, where the rule shows them, the opinions by name. */
export function Result({ stream }: { stream: Stream }) {
  const words = t().circulations;
  const result = stream.records.row('circulation_result', stream.id);
  if (!result) {
    return null;
  }
  const [icon, tone] = LOOKS[result.result];
  return (
    <Card label={words.result}>
      <h2>{words.result}</h2>
      <Badge icon={icon} tone={tone}>
        {result.result === 'tied' ? words.tied : words[result.passed ? 'passed' : 'rejected']}
      </Badge>
      <p class="result-sentence">{result.sentence}</p>
      <Numbers result={result} />
      {stream.role.value === 'secretary' && <Summary stream={stream} />}
      <Opinions stream={stream} />
    </Card>
  );
}

/** The report that sums up all opinions, for the desk. */
function Summary({ stream }: { stream: Stream }) {
  const [numbering, setNumbering] = useState(false);
  const given = stream.records.row('official_number', SUMMARY);
  const words = t().circulationDesk;
  const { numbered, unnumbered, number, numberOf } = t().official;
  return (
    <div class="row">
      <span>
        {words.summary}{' '}
        <span class="small quiet">{given ? numbered(given.number, given.dated) : unnumbered}</span>
      </span>
      <Button icon="pencil" size="small" label={numberOf(words.summary)} onClick={() => setNumbering(true)}>
        {number}
      </Button>
      {FORMATS.map(format => (
        <a
          key={format}
          class="button small"
          href={`/api/streams/${encodeURIComponent(stream.id)}/summary/${format}`}
          download=""
        >
          <Icon name="download" />
          <span class="visually-hidden">{words.summary}</span> {t().official.formats[format]}
        </a>
      ))}
      {numbering && (
        <NumberEditor
          stream={stream}
          document={SUMMARY}
          heading={words.summary}
          given={given}
          onClose={() => setNumbering(false)}
        />
      )}
    </div>
  );
}

const SUMMARY = 'summary';
const FORMATS = ['docx', 'pdf'] as const;

/** Somebody's form with his answer, as it would be on paper. */
export function FormLinks({ stream, user, name }: { stream: Stream; user: string; name: string }) {
  const words = t().circulationDesk;
  return (
    <span class="row">
      {FORMATS.map(format => (
        <a
          key={format}
          class="button quiet small"
          href={`/api/streams/${encodeURIComponent(stream.id)}/answers/${encodeURIComponent(user)}/form/${format}`}
          download=""
          aria-label={words.formOf(name, t().official.formats[format])}
        >
          {t().official.formats[format]}
        </a>
      ))}
    </span>
  );
}

function Numbers({ result: { tally } }: { result: CirculationResultRecord }) {
  const words = t().circulations;
  const all = CHOICES.reduce((sum, choice) => sum + tally[choice], 0);
  return (
    <div class="stack">
      {CHOICES.map(choice => (
        <Bar
          key={choice}
          label={words.choices[choice]}
          said={words.share(tally[choice], percent(tally[choice], all))}
          value={tally[choice]}
          of={all}
          tone={CHOICE_TONES[choice]}
        />
      ))}
    </div>
  );
}

function Opinions({ stream }: { stream: Stream }) {
  const members = stream.records.of('member').value;
  const opinions = [...stream.records.of('opinion').value.values()].sort((one, other) =>
    compareNames(members.get(one.user)?.name ?? '', members.get(other.user)?.name ?? ''),
  );
  if (opinions.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{t().circulations.opinions}</h3>
      <ul class="lines">
        {opinions.map(opinion => (
          <Opinion key={opinion.user} stream={stream} opinion={opinion} />
        ))}
      </ul>
    </>
  );
}

function Opinion({ stream, opinion }: { stream: Stream; opinion: OpinionRecord }) {
  const words = t().circulations;
  const member = stream.records.row('member', opinion.user);
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">{member?.name}</p>
        <p class="small quiet">{[member?.title, member?.unit].filter(Boolean).join(', ')}</p>
        {opinion.text && <p class="circulation-text">{opinion.text}</p>}
        {opinion.file && <AnswerFile stream={stream} user={opinion.user} name={opinion.file} />}
        <p class="small quiet figures">
          {fullMoment(opinion.at)}
          {opinion.confirmed_at !== null && ` · ${words.confirmed(fullMoment(opinion.confirmed_at))}`}
        </p>
      </div>
      <div class="line-marks">
        {opinion.late && (
          <Badge icon="clock" tone="warn">
            {words.late}
          </Badge>
        )}
        <ChoiceBadge choice={opinion.choice} />
        <FormLinks stream={stream} user={opinion.user} name={member?.name ?? ''} />
      </div>
    </li>
  );
}

const CHOICE_ICONS = { for: 'circleCheck', against: 'circleX', other: 'messageSquare' } as const;

export function ChoiceBadge({ choice }: Pick<OpinionRecord, 'choice'>) {
  return (
    <Badge icon={CHOICE_ICONS[choice]} tone={CHOICE_TONES[choice]}>
      {t().circulations.choices[choice]}
    </Badge>
  );
}

export function AnswerFile({ stream, user, name }: { stream: Stream; user: string; name: string }) {
  const address = `/api/streams/${encodeURIComponent(stream.id)}/answers/${encodeURIComponent(user)}/file`;
  return (
    <a class="circulation-paper" href={address} download={name}>
      <Icon name="download" />
      <span>
        <span class="visually-hidden">{t().circulations.download}</span> {name}
      </span>
    </a>
  );
}
