import { t } from '../../i18n';
import type { SpeechRecord } from '../../records';
import { leftOf, urgencyOf } from '../../rules/talk-time';
import { remaining } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import './speaker-clock.css';

/** Time left of a speech, in figures, colour and words; computed from the deadline on the server's clock. */
export function SpeakerClock({ speech }: { speech: SpeechRecord }) {
  const now = tickingNow();
  const state = urgencyOf(speech, now);
  const word = { calm: t().speaking.left, soon: t().speaking.soon, over: t().speaking.over }[state];
  return (
    <p class={`speaker-clock ${state}`}>
      <span class="speaker-clock-figures figures">{remaining(leftOf(speech, now))}</span>
      <span class="speaker-clock-word">{speech.state === 'paused' ? t().voices.paused : word}</span>
    </p>
  );
}
