import { t } from '../../i18n';
import { nextScreen, screensOf } from '../../rules/screens';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { WallCard } from './card';
import '../../styles/walls.css';

/** Every big screen of the meeting: what it shows now, and one tap to show something else. */
export function Walls({ stream, withAddress = false }: { stream: Stream; withAddress?: boolean }) {
  const screens = stream.records.of('screen').value;
  const add = () => {
    const screen = nextScreen(screens);
    return act(stream.id, { type: 'screen.set', screen, name: t().walls.numbered(screen) });
  };
  return (
    <div class="walls">
      <ScreensConnected stream={stream} />
      {screensOf(screens).map(([id, screen]) => (
        <WallCard key={id} stream={stream} id={id} screen={screen} withAddress={withAddress} />
      ))}
      <Button icon="plus" onClick={add}>
        {t().walls.add}
      </Button>
    </div>
  );
}

/** Screens sign in with accounts of their own; whether any of them is here. */
function ScreensConnected({ stream }: { stream: Stream }) {
  const members = stream.records.of('member').value;
  const here = [...stream.online.value].some(user => members.get(user)?.role === 'screen');
  return (
    <div role="status">
      <Badge icon={here ? 'wifi' : 'wifiOff'} tone={here ? 'good' : 'plain'}>
        {here ? t().walls.online : t().walls.offline}
      </Badge>
    </div>
  );
}
