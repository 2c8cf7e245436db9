import { t } from '../../i18n';
import { labelsOf } from '../../rules/vote-draft';
import { TextArea } from '../../ui/field';
import { NumberField } from './number-field';
import type { DraftProps } from './prepare-vote';

/** The list of an election, typed or pasted line by line, and how many may be chosen and elected. */
export function OptionsField({ draft, onDraft }: DraftProps) {
  const words = t().voteForm;
  const { rule } = draft;
  const number = (part: 'least' | 'most' | 'seats') => (value: number) =>
    onDraft({ rule: { ...rule, [part]: value } });
  return (
    <>
      <TextArea
        label={words.options}
        hint={`${words.optionsHint} ${words.optionsCount(labelsOf(draft.options).length)}`}
        value={draft.options}
        onValue={options => onDraft({ options })}
        rows={6}
      />
      <div class="vote-form-row">
        {rule.method === 'list' && (
          <>
            <NumberField label={words.pickLeast} value={rule.least} onValue={number('least')} />
            <NumberField label={words.pickMost} value={rule.most} onValue={number('most')} />
          </>
        )}
        <NumberField
          label={words.seats}
          value={rule.seats}
          onValue={number('seats')}
          hint={rule.method === 'candidates' ? words.seatsHint : ''}
        />
      </div>
    </>
  );
}
