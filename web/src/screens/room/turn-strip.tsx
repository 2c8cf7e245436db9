import { t } from '../../i18n';
import { leftOf, urgencyOf } from '../../rules/talk-time';
import { remaining } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import { Icon } from '../../ui/icon';
import { nowWords } from '../parts/talk-words';
import { useRoom } from './state';

/** The own turn, in sight whatever is open: the time left, and a word aloud in the last half minute. */
export function TurnStrip() {
  const { stream, user } = useRoom();
  const own = [...stream.records.of('speech').value.values()].find(
    speech => speech.user === user.value && (speech.state === 'speaking' || speech.state === 'paused'),
  );
  const now = tickingNow();
  const urgency = own?.state === 'speaking' ? urgencyOf(own, now) : 'calm';
  return (
    <>
      {own && (
        <section class={`turn-strip ${urgency}`} aria-label={t().voices.ownTurn}>
          <Icon name={own.state === 'paused' ? 'pause' : 'mic'} />
          <span>{own.state === 'speaking' ? t().voices.yourTurn[own.kind] : nowWords(own)}</span>
          <strong class="figures">{remaining(leftOf(own, now))}</strong>
          {urgency !== 'calm' && <span>{urgency === 'soon' ? t().speaking.soon : t().speaking.over}</span>}
        </section>
      )}
      <p class="visually-hidden" role="status">
        {urgency === 'soon' && t().voices.soonSaid}
        {urgency === 'over' && t().voices.overSaid}
      </p>
    </>
  );
}
