import { t } from '../../i18n';
import { KEY_LIST } from '../../rules/keys';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { type Hand, hand, holdWith, keysOn, turnKeys } from './hand';

const HANDS: readonly Hand[] = ['left', 'right'];

/** The keys, and on which side the hands of the console lie. */
export function KeyList({ onClose }: { onClose: () => void }) {
  return (
    <Dialog heading={t().keys.heading} onClose={onClose}>
      <p class="small quiet">{t().keys.hint}</p>
      <dl class="keys">
        {KEY_LIST.map(([key, act]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t().keys.acts[act]}</dd>
          </div>
        ))}
      </dl>
      <Button
        pressed={keysOn.value}
        icon={keysOn.value ? 'check' : 'square'}
        onClick={() => turnKeys(!keysOn.value)}
      >
        {t().keys.on}
      </Button>
      <fieldset class="hands-choice">
        <legend class="small quiet">{t().keys.hand}</legend>
        <div class="row">
          {HANDS.map(one => (
            <Button key={one} pressed={hand.value === one} onClick={() => holdWith(one)}>
              {t().keys.hands[one]}
            </Button>
          ))}
        </div>
      </fieldset>
    </Dialog>
  );
}
