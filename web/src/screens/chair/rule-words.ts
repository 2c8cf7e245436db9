import { t } from '../../i18n';
import { threshold, type VoteRule } from '../../rules/decision';

/** The rule in one sentence, as the server will write it on every tablet. */
export function ruleWords(rule: VoteRule): string {
  return t().ballots.sentence(rule.more_than, threshold(rule), t().ballots.bases[rule.base]);
}

/** When the vote may be opened; nothing to say when no quorum is asked for. */
export function quorumWords(rule: VoteRule): string {
  const { quorum_numerator, quorum_denominator } = rule;
  return quorum_numerator ? t().ballots.quorumSentence(`${quorum_numerator}/${quorum_denominator}`) : '';
}
