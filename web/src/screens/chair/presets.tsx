import { language, t } from '../../i18n';
import { presetOf } from '../../rules/decision';
import { Choice } from '../../ui/field';
import { PRESET_IDS, PRESETS, type PresetId } from '../../wire';
import type { DraftProps } from './prepare-vote';

const BY_HAND = 'by-hand';

/** The rules that offices use, in one list with what each rests on; choosing one again undoes changes by hand. */
export function Presets({ draft, onDraft }: DraftProps) {
  const chosen = presetOf(draft.rule);
  const offered = PRESET_IDS.map(preset => [preset, PRESETS[preset][language.value]] as const);
  const byHand = [BY_HAND, t().voteForm.byHand] as const;
  return (
    <Choice<PresetId | typeof BY_HAND>
      label={t().voteForm.presets}
      value={chosen ?? BY_HAND}
      choices={chosen ? offered : [byHand, ...offered]}
      hint={chosen ? PRESETS[chosen].basis : ''}
      onValue={preset => preset !== BY_HAND && onDraft({ rule: PRESETS[preset].rule })}
    />
  );
}
