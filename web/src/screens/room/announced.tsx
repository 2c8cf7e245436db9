import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { announced } from '../../rules/votes';
import { Badge } from '../../ui/badge';
import { Card } from '../../ui/card';
import { RuleTerms } from '../parts/rule-terms';
import { useRoom } from './state';
import './vote-card.css';

/** Votes to come that the desk has announced: question, rule and what can be chosen, before anybody votes. */
export function AnnouncedVotes() {
  const votes = announced(useRoom().stream.records.of('vote').value);
  return (
    <>
      {votes.length === 0 && <p class="quiet">{t().announced.none}</p>}
      {votes.map(vote => (
        <Announced key={vote[0]} vote={vote} />
      ))}
    </>
  );
}

function Announced({ vote: [id, vote] }: { vote: Entry<VoteRecord> }) {
  const { stream } = useRoom();
  const words = t().announced;
  return (
    <Card class="vote-card" label={`${words.soon}: ${vote.question}`}>
      <div class="row">
        <Badge icon="clock">{words.soon}</Badge>
        {vote.rule.secrecy === 'secret' && <Badge icon="lock">{t().ballot.secret}</Badge>}
        {vote.repeats && <Badge icon="rotateCcw">{t().ballot.repeats}</Badge>}
      </div>
      <h3>{vote.question}</h3>
      <p class="quiet small">{vote.rule_text}</p>
      {vote.options.length > 0 && (
        <details class="rule-terms">
          <summary>{words.options(vote.options.length)}</summary>
          <ol class="announced-options">
            {vote.options.map(option => (
              <li key={option.id}>{option.label}</li>
            ))}
          </ol>
        </details>
      )}
      <RuleTerms rule={vote.rule} list={stream.records.row('vote_list', id)} />
    </Card>
  );
}
