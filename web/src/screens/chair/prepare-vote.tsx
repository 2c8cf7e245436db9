import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { agenda } from '../../rules/agenda';
import { BASES, isPossible, PRESETS, type Preset, presetRule, type VoteRule } from '../../rules/decision';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Choice, Field, TextArea } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';
import { quorumWords, ruleWords } from './rule-words';

type Chosen = Preset | 'custom';

/** Question, item and rule; the rule's sentence is read before the vote is saved. */
export function PrepareVote({ stream, onClose }: { stream: Stream; onClose: () => void }) {
  const { records } = stream;
  const items = agenda(records.of('item').value);
  const [vote] = useState(newId);
  const [question, setQuestion] = useState('');
  const [item, setItem] = useState(records.row('meeting', stream.id)?.item ?? items[0]?.[0] ?? '');
  const [chosen, setChosen] = useState<Chosen>('more-present');
  const [custom, setCustom] = useState<VoteRule>(presetRule('two-present'));
  const rule = chosen === 'custom' ? custom : presetRule(chosen);
  const submit = async () => {
    if (!isPossible(rule)) {
      return t().ballots.impossible;
    }
    return tell(stream.id, { type: 'vote.prepare', vote, item, question: question.trim(), rule }, vote);
  };
  return (
    <FormDialog heading={t().ballots.prepare} act={t().ballots.save} onSubmit={submit} onClose={onClose}>
      <TextArea
        label={t().ballots.question}
        hint={t().ballots.questionHint}
        value={question}
        onValue={setQuestion}
        maxLength={300}
        required
      />
      <Choice
        label={t().ballots.item}
        value={item}
        choices={items.map(([id, row], index) => [id, `${index + 1}. ${row.title}`] as const)}
        onValue={setItem}
      />
      <Choice<Chosen>
        label={t().ballots.rule}
        value={chosen}
        choices={[...PRESETS, 'custom' as const].map(name => [name, t().ballots.presets[name]] as const)}
        onValue={setChosen}
      />
      {chosen === 'custom' && <Custom rule={custom} onRule={setCustom} />}
      {isPossible(rule) && (
        <p class="rule-sentence" role="status">
          {ruleWords(rule)} {quorumWords(rule)}
        </p>
      )}
    </FormDialog>
  );
}

/** A fraction put together by hand. */
function Custom({ rule, onRule }: { rule: VoteRule; onRule: (rule: VoteRule) => void }) {
  const words = t().ballots;
  const error = isPossible(rule) ? '' : words.impossible;
  const count = (name: 'numerator' | 'denominator') => (said: string) =>
    onRule({ ...rule, [name]: Number(said) });
  return (
    <fieldset class="custom-rule">
      <legend class="visually-hidden">{words.presets.custom}</legend>
      <Choice
        label={words.base}
        value={rule.base}
        choices={BASES.map(base => [base, words.bases[base]] as const)}
        onValue={base => onRule({ ...rule, base })}
      />
      <Choice
        label={words.comparison}
        value={rule.more_than ? 'more' : 'least'}
        choices={[
          ['more', words.more],
          ['least', words.least],
        ]}
        onValue={said => onRule({ ...rule, more_than: said === 'more' })}
      />
      <Field
        label={words.numerator}
        type="number"
        inputMode="numeric"
        value={String(rule.numerator)}
        onValue={count('numerator')}
        error={error}
      />
      <Field
        label={words.denominator}
        type="number"
        inputMode="numeric"
        value={String(rule.denominator)}
        onValue={count('denominator')}
      />
    </fieldset>
  );
}
