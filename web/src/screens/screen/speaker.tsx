import { t } from '../../i18n';
import type { SpeechRecord } from '../../records';
import { callable } from '../../rules/queue';
import { leftOf, urgencyOf } from '../../rules/talk-time';
import { remaining } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import { ordersOf } from '../../sync/queue-orders';
import type { Stream } from '../../sync/stream';
import { nameOf } from '../parts/person';
import { aboutWords, nowWords } from '../parts/talk-words';

/** Who has the floor and the time left: amber in the last half minute, red when it is over, always with words. */
export function Speaker({ stream, speech }: { stream: Stream; speech: SpeechRecord }) {
  const { records } = stream;
  const member = records.row('member', speech.user);
  const [speeches, orders, queues] = [records.of('speech'), ordersOf(records), records.of('queue')];
  const next = callable(speeches.value, orders.value, queues.value)[0]?.[1];
  const about = speech.kind === 'order' ? '' : aboutWords(stream, speech);
  return (
    <section class="stage-speaker">
      <div class="stage-speaker-words">
        <p class="stage-label">{nowWords(speech)}</p>
        <p class="stage-name">{member?.name}</p>
        <p class="stage-unit">{[member?.title, member?.unit].filter(Boolean).join(', ')}</p>
        {about && <p class="stage-about">{about}</p>}
        {speech.kind === 'question' && <p class="stage-subject">{speech.subject}</p>}
      </div>
      <Clock speech={speech} />
      {next && <p class="stage-next">{t().bigScreen.next(nameOf(stream, next.user))}</p>}
    </section>
  );
}

function Clock({ speech }: { speech: SpeechRecord }) {
  const now = tickingNow();
  const state = urgencyOf(speech, now);
  const word = { calm: t().bigScreen.left, soon: t().bigScreen.soon, over: t().bigScreen.over }[state];
  return (
    <div class={`stage-clock ${state}`}>
      <span class="stage-clock-figures figures">{remaining(leftOf(speech, now))}</span>
      <span class="stage-clock-word">{speech.state === 'paused' ? t().voices.paused : word}</span>
    </div>
  );
}
