import { t } from '../../i18n';
import type { ResultRecord, VoteRecord } from '../../records';
import { CHOICES } from '../../rules/ballots';
import { percent } from '../../rules/figures';
import { Badge, type Tone } from '../../ui/badge';
import { Bar } from '../../ui/bar';
import type { IconName } from '../../ui/icon';
import { ElectionTable } from './election-table';
import './result.css';

export const CHOICE_TONES: Record<(typeof CHOICES)[number], Tone> = {
  for: 'good',
  against: 'stop',
  other: 'warn',
  abstain: 'plain',
};

const LOOKS: Record<ResultRecord['result'], readonly [IconName, Tone]> = {
  passed: ['circleCheck', 'good'],
  elected: ['circleCheck', 'good'],
  tied: ['triangleAlert', 'warn'],
  rejected: ['circleX', 'stop'],
};

/** The outcome in word and sentence, then bars or a table; of a void vote what it had come to, and nothing decided. */
export function Result({ vote, result }: { vote: VoteRecord; result: ResultRecord }) {
  const void_ = vote.state === 'void';
  const [icon, tone] = LOOKS[result.result];
  return (
    <div class={`result${void_ ? ' void' : ''}`}>
      {!void_ && (
        <Badge icon={icon} tone={tone}>
          {outcomeWords(vote, result)}
        </Badge>
      )}
      <p class="result-sentence">{result.sentence}</p>
      {vote.rule.method === 'standard' ? (
        <Choices result={result} />
      ) : (
        <ElectionTable vote={vote} result={result} />
      )}
      {result.paper > 0 && <Badge icon="fileText">{t().voteResult.paper(result.paper)}</Badge>}
    </div>
  );
}

/** "Thông qua", "Trúng 3/5". */
export function outcomeWords(vote: VoteRecord, { result, lines }: ResultRecord): string {
  const words = t().voteResult;
  const elected = lines.filter(line => line.elected).length;
  switch (result) {
    case 'passed':
      return t().voting.passed;
    case 'tied':
      return words.tied;
    case 'elected':
      return words.electedCount(elected, vote.rule.seats || vote.options.length);
    case 'rejected':
      return vote.rule.method === 'standard' ? t().voting.notPassed : words.none;
  }
}

/** Every bar has its label, number and percent of the ballots cast. */
function Choices({ result }: { result: ResultRecord }) {
  const cast = CHOICES.reduce((sum, choice) => sum + result.tally[choice], 0);
  return (
    <>
      {CHOICES.map(choice => (
        <Bar
          key={choice}
          label={t().voting.choices[choice]}
          said={t().voting.count(result.tally[choice], percent(result.tally[choice], cast))}
          value={result.tally[choice]}
          of={cast}
          tone={CHOICE_TONES[choice]}
        />
      ))}
      {cast > 0 && <p class="quiet small">{t().voting.shares(cast)}</p>}
    </>
  );
}
