import { t } from '../../i18n';
import type { LiveTallyRecord, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { CHOICES } from '../../rules/ballots';
import { percent } from '../../rules/figures';
import type { Stream } from '../../sync/stream';
import { Bar } from '../../ui/bar';
import { CHOICE_TONES } from './result';
import './result.css';

/** What is counted so far, where the rule lets everybody watch. */
export function LiveTally({ stream, vote: [id, vote] }: { stream: Stream; vote: Entry<VoteRecord> }) {
  const live = stream.records.row('live_tally', id);
  if (!live) {
    return null;
  }
  return (
    <div class="result">
      <p class="small quiet">{t().voteDesk.live}</p>
      {vote.rule.method === 'standard' ? <Choices live={live} /> : <Options vote={vote} live={live} />}
    </div>
  );
}

function Choices({ live }: { live: LiveTallyRecord }) {
  return CHOICES.map(choice => (
    <Bar
      key={choice}
      label={t().voting.choices[choice]}
      said={t().voting.count(live.tally[choice], percent(live.tally[choice], live.cast))}
      value={live.tally[choice]}
      of={live.cast}
      tone={CHOICE_TONES[choice]}
    />
  ));
}

/** In the order of the ballot, so that no name jumps while people vote. */
function Options({ vote, live }: { vote: VoteRecord; live: LiveTallyRecord }) {
  return vote.options.map(option => {
    const votes = live.lines[option.id]?.for ?? 0;
    return (
      <Bar
        key={option.id}
        label={option.label}
        said={t().voting.count(votes, percent(votes, live.cast))}
        value={votes}
        of={live.cast}
      />
    );
  });
}
