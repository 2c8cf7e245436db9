import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import {
  type QuorumName,
  quorumName,
  RULE_NAMES,
  RULES,
  type RuleName,
  ruleName,
  withQuorum,
} from '../../rules/circulations';
import { Choice } from '../../ui/field';
import type { Rule } from '../../wire';
import { Share } from '../chair/rule-fields';

interface Props {
  rule: Required<Rule>;
  onRule: (rule: Required<Rule>) => void;
}

const QUORUMS: readonly QuorumName[] = ['none', 'half', 'thirds'];

/** The rules that offices use, by name; any other share by hand, with the same fields as a vote's. */
export function RuleField({ rule, onRule }: Props) {
  const words = t().circulationDesk;
  const [own, setOwn] = useState(false);
  const name = own ? 'own' : ruleName(rule);
  const choose = (wanted: RuleName) => {
    setOwn(wanted === 'own');
    if (wanted !== 'own') {
      onRule(withQuorum(RULES[wanted], quorumName(rule)));
    }
  };
  return (
    <>
      <Choice
        label={words.rule}
        value={name}
        choices={[...RULE_NAMES, 'own' as const].map(one => [one, words.rules[one]] as const)}
        onValue={choose}
      />
      {name === 'own' && (
        <Share rule={rule} set={part => onRule({ ...rule, ...part })} bases={['entitled', 'cast']} written />
      )}
      <Choice
        label={words.quorum}
        value={quorumName(rule)}
        choices={QUORUMS.map(one => [one, words.quorums[one]] as const)}
        onValue={wanted => onRule(withQuorum(rule, wanted))}
      />
    </>
  );
}
