import { t } from '../../i18n';
import type { Tally } from '../../records';
import { CHOICES } from '../../rules/ballots';
import { percent } from '../../rules/figures';

/** The four answers as bars, each with its number and its share of the ballots that say one of them. */
export function Answers({ tally }: { tally: Tally }) {
  const cast = CHOICES.reduce((sum, choice) => sum + tally[choice], 0);
  return (
    <>
      <ul class="stage-bars figures">
        {CHOICES.map(choice => (
          <li key={choice} class="stage-bar">
            <span>{t().voting.choices[choice]}</span>
            <span>
              {tally[choice]}
              <span class="stage-share"> · {percent(tally[choice], cast)}</span>
            </span>
            <Track value={tally[choice]} of={cast} name={choice} />
          </li>
        ))}
      </ul>
      <p class="stage-of">{t().voting.shares(cast)}</p>
    </>
  );
}

export function Track({ value, of, name }: { value: number; of: number; name: string }) {
  return (
    <svg class={`stage-track ${name}`} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect class="stage-track-ground" width="100" height="4" />
      <rect class="stage-track-value" width={of > 0 ? Math.min(100, (100 * value) / of) : 0} height="4" />
    </svg>
  );
}
