import { t } from '../../i18n';
import type { ResultRecord, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { CHOICES } from '../../rules/ballots';
import { percent } from '../../rules/figures';
import type { Stream } from '../../sync/stream';
import { Icon } from '../../ui/icon';
import { outcomeWords } from '../parts/result';
import { Elected } from './elected';

/** Question, rule and count while a vote is open; the result with bars and its sentence once it is shown. */
export function VotePanel({ stream, vote: [id, vote] }: { stream: Stream; vote: Entry<VoteRecord> }) {
  const result = vote.state === 'void' ? undefined : stream.records.row('result', id);
  return (
    <section class={`stage-vote ${result ? 'published' : vote.state}`}>
      <p class="stage-label">{labelOf(vote, result)}</p>
      <h3 class={vote.question.length > 110 ? 'stage-question long' : 'stage-question'}>{vote.question}</h3>
      {result && <Outcome vote={vote} result={result} />}
      {vote.state === 'void' && <p class="stage-rule">{t().ballot.voidReason(vote.reason)}</p>}
      {!result && vote.state !== 'void' && (
        <>
          <p class="stage-rule">{vote.rule_text}</p>
          <Count stream={stream} vote={id} />
        </>
      )}
    </section>
  );
}

function labelOf(vote: VoteRecord, result: ResultRecord | undefined): string {
  if (vote.state === 'void') {
    return t().ballot.voided;
  }
  if (result) {
    return t().bigScreen.result;
  }
  return vote.state === 'open' ? t().bigScreen.voting : t().bigScreen.closed;
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

const LOOKS = {
  passed: ['good', 'circleCheck'],
  elected: ['good', 'circleCheck'],
  tied: ['warn', 'triangleAlert'],
  rejected: ['stop', 'circleX'],
} as const;

function Outcome({ vote, result }: { vote: VoteRecord; result: ResultRecord }) {
  const [tone, icon] = LOOKS[result.result];
  return (
    <>
      <p class={`stage-outcome ${tone}`}>
        <Icon name={icon} size={72} />
        <strong>{outcomeWords(vote, result)}</strong>
      </p>
      {vote.rule.method === 'standard' ? (
        <Answers result={result} />
      ) : (
        <Elected vote={vote} result={result} />
      )}
    </>
  );
}

function Answers({ result }: { result: ResultRecord }) {
  const cast = CHOICES.reduce((sum, choice) => sum + result.tally[choice], 0);
  return (
    <>
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
