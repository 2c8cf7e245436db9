import { t } from '../../i18n';
import { countdown, urgency } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import './speaker-clock.css';

/** Time left of a speech, in figures, colour and words; computed from the deadline on the server's clock. */
export function SpeakerClock({ deadline }: { deadline: number }) {
  const now = tickingNow();
  const state = urgency(deadline, now);
  const word = { calm: t().speaking.left, soon: t().speaking.soon, over: t().speaking.over }[state];
  return (
    <p class={`speaker-clock ${state}`}>
      <span class="speaker-clock-figures figures">{countdown(deadline, now)}</span>
      <span class="speaker-clock-word">{word}</span>
    </p>
  );
}
