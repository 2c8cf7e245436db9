import { t } from '../../i18n';
import type { RoomRulesRecord } from '../../records';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/field';
import '../parts/answer.css';

const POLICIES = ['accepted', 'free', 'none'] as const satisfies readonly RoomRulesRecord['substitutes'][];

/** What holds in this room; a change is in force at once. */
export function RoomRules({ stream }: { stream: Stream }) {
  const rules = stream.records.row('room_rules', stream.id);
  if (!rules || stream.records.row('meeting', stream.id)?.state === 'ended') {
    return null;
  }
  const set = (change: Partial<RoomRulesRecord>) =>
    act(stream.id, { type: 'room.rules', ...rules, ...change });
  return (
    <Card label={t().roomRules.heading}>
      <h2>{t().roomRules.heading}</h2>
      <Choice<RoomRulesRecord['substitutes']>
        label={t().roomRules.substitutes}
        value={rules.substitutes}
        choices={POLICIES.map(name => [name, t().roomRules.policies[name]] as const)}
        onValue={substitutes => set({ substitutes })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={rules.code_needed}
          onChange={event => set({ code_needed: event.currentTarget.checked })}
        />
        <span>
          {t().checkIn.rule}
          <span class="small quiet candidate-place">{t().checkIn.ruleHint}</span>
        </span>
      </label>
    </Card>
  );
}
