import { language, t } from '../../i18n';
import { presetOf } from '../../rules/decision';
import { PRESET_IDS, PRESETS, type PresetId } from '../../wire';
import type { DraftProps } from './prepare-vote';

/** The rules that offices use, one tap each; the same tap brings them back after changes by hand. */
export function Presets({ draft, onDraft }: DraftProps) {
  const chosen = presetOf(draft.rule);
  return (
    <fieldset class="plain-set">
      <legend>{t().voteForm.presets}</legend>
      <div class="presets">
        {PRESET_IDS.map(preset => (
          <Preset
            key={preset}
            preset={preset}
            checked={chosen === preset}
            onChoose={() => onDraft({ rule: PRESETS[preset].rule })}
          />
        ))}
      </div>
      {!chosen && <p class="small quiet">{t().voteForm.byHand}</p>}
    </fieldset>
  );
}

interface PresetProps {
  preset: PresetId;
  checked: boolean;
  onChoose: () => void;
}

function Preset({ preset, checked, onChoose }: PresetProps) {
  const { basis, [language.value]: word } = PRESETS[preset];
  return (
    <label class="preset">
      <input type="radio" name="preset" checked={checked} onChange={onChoose} />
      <span>
        {word}
        {basis && <span class="preset-basis">{basis}</span>}
      </span>
    </label>
  );
}
