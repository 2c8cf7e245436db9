import { t } from '../../i18n';
import type { ResultRecord, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { percent } from '../../rules/figures';
import { CHOICES } from '../../rules/votes';
import type { Stream } from '../../sync/stream';
import { Icon } from '../../ui/icon';

/** Question, rule and count while a vote is open; the result with bars and its sentence once it is published. */
export function VotePanel({ stream, vote: [id, vote] }: { stream: Stream; vote: Entry<VoteRecord> }) {
  const result = stream.records.row('result', id);
  const published = vote.state === 'published' && result;
  const label = published
    ? t().bigScreen.result
    : vote.state === 'open'
      ? t().bigScreen.voting
      : t().bigScreen.closed;
  return (
    <section class={`stage-vote ${vote.state}`}>
      <p class="stage-label">{label}</p>
      <h3 class={vote.question.length > 110 ? 'stage-question long' : 'stage-question'}>{vote.question}</h3>
      {published ? (
        <Outcome result={result} />
      ) : (
        <>
          <p class="stage-rule">{vote.rule_text}</p>
          <Count stream={stream} vote={id} />
        </>
      )}
    </section>
  );
}

function Count({ stream, vote }: { stream: Stream; vote: string }) {
  const { cast, of } = stream.records.row('progress', vote) ?? { cast: 0, of: 0 };
  return (
    <div class="stage-count">
      <p>
        <span class="stage-count-figures figures">
          {cast}/{of}
        </span>{' '}
        {t().bigScreen.counted}
      </p>
      <Track value={cast} of={of} name="count" />
    </div>
  );
}

function Outcome({ result }: { result: ResultRecord }) {
  const cast = CHOICES.reduce((sum, choice) => sum + result.tally[choice], 0);
  return (
    <>
      <p class={`stage-outcome ${result.passed ? 'good' : 'stop'}`}>
        <Icon name={result.passed ? 'circleCheck' : 'circleX'} size={72} />
        <strong>{result.passed ? t().voting.passed : t().voting.notPassed}</strong>
      </p>
      <p class="stage-sentence">{result.sentence}</p>
      <ul class="stage-bars figures">
        {CHOICES.map(choice => (
          <li key={choice} class="stage-bar">
            <span>{t().voting.choices[choice]}</span>
            <span>
              {result.tally[choice]}
              <span class="stage-share"> · {percent(result.tally[choice], cast)}</span>
            </span>
            <Track value={result.tally[choice]} of={cast} name={choice} />
          </li>
        ))}
      </ul>
      <p class="stage-of">{t().voting.shares(cast)}</p>
    </>
  );
}

function Track({ value, of, name }: { value: number; of: number; name: string }) {
  return (
    <svg class={`stage-track ${name}`} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="stage-track-ground" width="100" height="4" />
      <rect class="stage-track-value" width={of > 0 ? Math.min(100, (100 * value) / of) : 0} height="4" />
    </svg>
  );
}
