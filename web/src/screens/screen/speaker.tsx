import { t } from '../../i18n';
import type { SpeechRecord } from '../../records';
import { waiting } from '../../rules/queue';
import { countdown, urgency } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { nameOf } from '../parts/person';

/** Who has the floor and the time left: amber in the last half minute, red when it is over, always with words. */
export function Speaker({ stream, speech }: { stream: Stream; speech: SpeechRecord }) {
  const { records } = stream;
  const member = records.row('member', speech.user);
  const next = waiting(records.of('speech').value)[0]?.[1];
  return (
    <section class="stage-speaker">
      <div class="stage-speaker-words">
        <p class="stage-label">{t().bigScreen.speaking}</p>
        <p class="stage-name">{member?.name}</p>
        <p class="stage-unit">{[member?.title, member?.unit].filter(Boolean).join(', ')}</p>
      </div>
      {speech.deadline !== null && <Clock deadline={speech.deadline} />}
      {next && <p class="stage-next">{t().bigScreen.next(nameOf(stream, next.user))}</p>}
    </section>
  );
}

function Clock({ deadline }: { deadline: number }) {
  const now = tickingNow();
  const state = urgency(deadline, now);
  const word = { calm: t().bigScreen.left, soon: t().bigScreen.soon, over: t().bigScreen.over }[state];
  return (
    <div class={`stage-clock ${state}`}>
      <span class="stage-clock-figures figures">{countdown(deadline, now)}</span>
      <span class="stage-clock-word">{word}</span>
    </div>
  );
}
