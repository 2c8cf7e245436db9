import { t } from '../../i18n';
import type { ResultRecord } from '../../records';
import { percent } from '../../rules/figures';
import { CHOICES } from '../../rules/votes';
import { Badge, type Tone } from '../../ui/badge';
import { Bar } from '../../ui/bar';
import './result.css';

const TONES: Record<(typeof CHOICES)[number], Tone> = {
  for: 'good',
  against: 'stop',
  other: 'warn',
  abstain: 'plain',
};

/** The outcome in word, sentence and bars: every bar has its label, number and percent of the ballots cast. */
export function Result({ result }: { result: ResultRecord }) {
  const cast = CHOICES.reduce((sum, choice) => sum + result.tally[choice], 0);
  return (
    <div class="result">
      <Badge icon={result.passed ? 'circleCheck' : 'circleX'} tone={result.passed ? 'good' : 'stop'}>
        {result.passed ? t().voting.passed : t().voting.notPassed}
      </Badge>
      <p class="result-sentence">{result.sentence}</p>
      {CHOICES.map(choice => (
        <Bar
          key={choice}
          label={t().voting.choices[choice]}
          said={t().voting.count(result.tally[choice], percent(result.tally[choice], cast))}
          value={result.tally[choice]}
          of={cast}
          tone={TONES[choice]}
        />
      ))}
      {cast > 0 && <p class="quiet small">{t().voting.shares(cast)}</p>}
    </div>
  );
}
