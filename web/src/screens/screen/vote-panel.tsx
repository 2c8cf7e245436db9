import { t } from '../../i18n';
import type { ResultRecord, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import type { Stream } from '../../sync/stream';
import { Icon } from '../../ui/icon';
import { outcomeWords } from '../parts/result';
import { Answers } from './answers';
import { Elected } from './elected';
import { Options, SoFar } from './so-far';

/** Question, rule and what can be chosen before a vote, the count while it is open; the result with bars and its sentence once it is shown. */
export function VotePanel({ stream, vote: [id, vote] }: { stream: Stream; vote: Entry<VoteRecord> }) {
  const result = vote.state === 'void' ? undefined : stream.records.row('result', id);
  const watched = stream.records.row('live_tally', id) ? ' watched' : '';
  return (
    <section class={`stage-vote ${result ? 'published' : vote.state}${watched}`}>
      <p class="stage-label">{labelOf(vote, result)}</p>
      <h3 class={vote.question.length > 110 ? 'stage-question long' : 'stage-question'}>{vote.question}</h3>
      {result && <Outcome vote={vote} result={result} />}
      {vote.state === 'void' && <p class="stage-rule">{t().ballot.voidReason(vote.reason)}</p>}
      {!result && vote.state !== 'void' && (
        <>
          {!(watched && vote.options.length > 0) && <p class="stage-rule">{vote.rule_text}</p>}
          {vote.state === 'prepared' ? <Options vote={vote} /> : <SoFar stream={stream} vote={[id, vote]} />}
        </>
      )}
    </section>
  );
}

function labelOf(vote: VoteRecord, result: ResultRecord | undefined): string {
  if (vote.state === 'void') {
    return t().ballot.voided;
  }
  if (vote.state === 'prepared') {
    return t().announced.soon;
  }
  if (result) {
    return t().bigScreen.result;
  }
  return vote.state === 'open' ? t().bigScreen.voting : t().bigScreen.closed;
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
        <>
          <p class="stage-sentence">{result.sentence}</p>
          <Answers tally={result.tally} />
        </>
      ) : (
        <Elected vote={vote} result={result} />
      )}
    </>
  );
}
