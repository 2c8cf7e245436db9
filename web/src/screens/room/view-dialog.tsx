import { t } from '../../i18n';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { roomBeside } from './beside-room';
import { useRoom } from './state';
import { ChangesLink } from './version-bar';

/** How the paper is shown: size, night, two side by side unless it stands alone, and the keys. */
export function ViewDialog({ alone, onClose }: { alone: boolean; onClose: () => void }) {
  const room = useRoom();
  const words = t().finder;
  const show = (move: 'fit' | 'fitPage') => {
    room.byHand(reader => reader[move]());
    onClose();
  };
  const beside = () => {
    room.choosingBeside.value = true;
    onClose();
  };
  return (
    <Dialog heading={words.view} onClose={onClose}>
      <div class="stack">
        <Button icon="maximize" onClick={() => show('fit')}>
          {t().tools.fit}
        </Button>
        <Button icon="minimize" onClick={() => show('fitPage')}>
          {words.fitPage}
        </Button>
        <Button icon="moon" pressed={room.night.value} onClick={() => room.dim(!room.night.value)}>
          {words.night}
        </Button>
        <p class="small quiet">{words.nightHint}</p>
        {!alone && roomBeside.value && (
          <Button icon="bookOpenText" onClick={beside}>
            {words.beside}
          </Button>
        )}
        <ChangesLink />
        <p class="small quiet">{words.keys}</p>
      </div>
    </Dialog>
  );
}
