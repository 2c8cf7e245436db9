import { t } from '../../i18n';
import type { VoteListRecord, VoteRecord } from '../../records';
import { threshold } from '../../rules/decision';
import { quorumWords, tieWords } from '../chair/rule-words';
import './rule-terms.css';

interface RuleTermsProps {
  rule: VoteRecord['rule'];
  list: VoteListRecord | undefined;
}

/** Every term of the rule, one tap away: what its one sentence leaves out because it is usual stands here too. */
export function RuleTerms({ rule, list }: RuleTermsProps) {
  return (
    <details class="rule-terms">
      <summary>{t().announced.terms}</summary>
      <dl>
        {termsOf(rule, list).map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function termsOf(rule: VoteRecord['rule'], list: VoteListRecord | undefined): [string, string][] {
  const words = t().announced;
  const form = t().voteForm;
  return [
    [words.entitled, entitledWords(list)],
    [words.quorum, quorumWords(rule) || words.noQuorum],
    [words.share, shareWords(rule)],
    [words.ties, tieWords(rule)],
    ...leftOut(rule),
    [form.secrecy, form.secrecies[rule.secrecy]],
    [form.shows, form.showings[rule.shows]],
    [words.late, rule.late === 'admitted' ? words.lateIn : words.lateOut],
  ];
}

function entitledWords(list: VoteListRecord | undefined): string {
  const { all, listed, weighted } = t().announced;
  if (!list) {
    return all;
  }
  const { voters } = list;
  return (voters.some(({ weight }) => weight > 1) ? weighted : listed)(voters.length);
}

function shareWords(rule: VoteRecord['rule']): string {
  const { bases, reach } = t().ruleWords;
  if (rule.numerator === 0) {
    return t().announced.mostVotes;
  }
  const base = bases[rule.base === 'valid' && rule.method === 'list' ? 'valid-list' : rule.base];
  const said = t().announced.shareOf(reach(rule.more_than, threshold(rule)), base);
  return said.charAt(0).toLocaleUpperCase() + said.slice(1);
}

/** A list has neither other opinions nor abstentions; in a ballot on each candidate there are no other opinions. */
function leftOut(rule: VoteRecord['rule']): [string, string][] {
  const { other, abstentions, counts, left } = t().announced;
  if (rule.method === 'list') {
    return [];
  }
  const abstain: [string, string] = [
    abstentions,
    rule.abstain_counts && rule.base !== 'valid' ? counts : left,
  ];
  return rule.method === 'standard' ? [[other, rule.other_counts ? counts : left], abstain] : [abstain];
}
