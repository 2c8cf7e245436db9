import { t } from '../../i18n';
import type { QueueName, QueueRecord } from '../../records';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Choice } from '../../ui/field';
import { lengthWords } from '../parts/talk-words';

const TURNS = [30, 60, 90, 120, 180, 300, 420, 600, 900, 1200] as const;
const ITEMS = [0, 600, 900, 1200, 1800, 2700, 3600, 5400, 7200] as const;
const POLICIES: QueueRecord['policy'][] = ['first-come', 'first-timers', 'alternate-units', 'by-hand'];

interface RuleProps {
  stream: Stream;
  queue: QueueName;
  row: QueueRecord;
}

/** The declared rule in one line; opened, every part of it can be changed, and everybody is shown the change. */
export function QueueRule({ stream, queue, row }: RuleProps) {
  const words = t().voices;
  const { state: _, ...rule } = row;
  const set = (change: Partial<typeof rule>) =>
    act(stream.id, { type: 'speakers.rule', queue, ...rule, ...change });
  const said = words.ruleSaid(
    words.policies[row.policy],
    lengthWords(row.speech_seconds),
    lengthWords(row.reply_seconds),
  );
  return (
    <details class="missing queue-rule">
      <summary>
        <span>
          <strong>{words.rule}:</strong> {said}
        </span>
      </summary>
      <div class="queue-rule-fields">
        <Choice
          label={words.policy}
          value={row.policy}
          choices={POLICIES.map(policy => [policy, words.policies[policy]] as const)}
          hint={words.policyHints[row.policy]}
          onValue={policy => set({ policy })}
        />
        <Length
          label={words.turnTime}
          value={row.speech_seconds}
          of={TURNS}
          onValue={speech_seconds => set({ speech_seconds })}
        />
        <Length
          label={words.replyTime}
          value={row.reply_seconds}
          of={TURNS}
          onValue={reply_seconds => set({ reply_seconds })}
        />
        <Length
          label={words.itemTime}
          value={row.item_seconds}
          of={ITEMS}
          onValue={item_seconds => set({ item_seconds })}
        />
      </div>
    </details>
  );
}

interface LengthProps {
  label: string;
  value: number;
  of: readonly number[];
  onValue: (seconds: number) => void;
}

function Length({ label, value, of, onValue }: LengthProps) {
  const offered = of.includes(value) ? of : [...of, value].sort((a, b) => a - b);
  return (
    <Choice
      label={label}
      value={String(value)}
      choices={offered.map(
        seconds => [String(seconds), seconds ? lengthWords(seconds) : t().voices.noLimit] as const,
      )}
      onValue={seconds => onValue(Number(seconds))}
    />
  );
}
