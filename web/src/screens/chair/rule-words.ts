import { t } from '../../i18n';
import { threshold, type VoteRule } from '../../rules/decision';

export interface Told {
  rule: VoteRule;
  /** How many options there are. */
  options: number;
  /** How many are on the vote's own list; 0: everybody with a vote. */
  voters: number;
  weighted: boolean;
}

/** The rule in sentences, as the server will write it on every tablet (tests/cli/test_rule_sentences.py holds both to it). */
export function ruleWords(told: Told): string {
  return [decides(told), ...conditions(told)].filter(Boolean).join(' ');
}

function decides({ rule, options }: Told): string {
  const words = t().ruleWords;
  const reach = words.reach(rule.more_than, threshold(rule));
  const base = words.bases[rule.base === 'valid' && rule.method === 'list' ? 'valid-list' : rule.base];
  switch (rule.method) {
    case 'standard':
      return words.standard(reach, base);
    case 'list': {
      const picks = rule.least === rule.most ? String(rule.most) : words.picks(rule.least, rule.most);
      return words.list(picks, options, rule.seats, rule.numerator ? words.share(reach, base) : '');
    }
    case 'candidates':
      return words.candidates(reach, base, rule.seats ? words.best(rule.seats) : '');
  }
}

function conditions({ rule, voters, weighted }: Told): string[] {
  const words = t().ruleWords;
  const abstentions = rule.method !== 'list' && !rule.abstain_counts && rule.base !== 'valid';
  return [
    rule.secrecy === 'secret' ? words.secret : '',
    voters ? words.voters(voters, weighted) : '',
    rule.method === 'standard' && !rule.other_counts ? words.withoutOther : '',
    abstentions ? words.withoutAbstentions : '',
    {
      fails: '',
      chair: words.tieChair,
      repeat: rule.method === 'standard' ? words.tieRepeat : words.tieSecondRound,
    }[rule.ties],
    rule.late === 'admitted' ? words.late : '',
    { live: words.live, close: words.close, publish: '' }[rule.shows],
  ];
}

/** When the vote may be opened; nothing to say when no quorum is asked for. */
export function quorumWords(rule: VoteRule): string {
  const words = t().ruleWords;
  if (rule.quorum_number) {
    return words.quorumNumber(rule.quorum_number);
  }
  const share = { numerator: rule.quorum_numerator, denominator: rule.quorum_denominator };
  return share.numerator ? words.quorumShare(threshold(share), rule.quorum_of) : '';
}

/** What equal votes mean; in an election only those who are equal on the last seat go without one. */
export function tieWords({ ties, method }: Pick<VoteRule, 'ties' | 'method'>): string {
  const { tied, noneOfEqual, secondRound } = t().announced;
  const election = method !== 'standard' && { fails: noneOfEqual, chair: tied.chair, repeat: secondRound };
  return (election || tied)[ties];
}
