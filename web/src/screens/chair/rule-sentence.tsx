import { t } from '../../i18n';
import { isPossible } from '../../rules/decision';
import { votes as hasVote } from '../../rules/quorum';
import { labelsOf, THIN, type VoteDraft } from '../../rules/vote-draft';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import type { DraftProps } from './prepare-vote';
import { quorumWords, ruleWords } from './rule-words';

/** What the rule means, said anew with every change; and how thin the secrecy of a small group is. */
export function RuleSentence({ stream, draft }: DraftProps) {
  const voters = draft.voters ? [...draft.voters.values()] : [];
  const told = {
    rule: draft.rule,
    options: labelsOf(draft.options).length,
    voters: voters.length,
    weighted: voters.some(weight => weight > 1),
  };
  const entitled = countEntitled(stream, draft);
  return (
    <section class="rule-sentence" aria-label={t().voteForm.means} role="status">
      <p class="small">{t().voteForm.means}</p>
      <p>
        {isPossible(draft.rule) ? `${ruleWords(told)} ${quorumWords(draft.rule)}` : t().voteForm.impossible}
      </p>
      {draft.rule.secrecy === 'secret' && entitled < THIN && (
        <Badge icon="triangleAlert" tone="warn">
          {t().voteForm.thin(entitled)}
        </Badge>
      )}
    </section>
  );
}

/** How many could vote if everybody came. */
export function countEntitled(stream: Stream, { voters }: Pick<VoteDraft, 'voters'>): number {
  return voters?.size ?? [...stream.records.of('member').value.values()].filter(hasVote).length;
}
