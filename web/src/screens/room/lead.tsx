import { useEffect } from 'preact/hooks';
import { t } from '../../i18n';
import { Button, IconButton } from '../../ui/button';
import { layout } from '../../ui/layout';
import { useRoom } from './state';

/** The chair presents; everybody else may follow while the chair does. A touch detaches, one tap returns. */
export function Lead() {
  const room = useRoom();
  const presented = room.stream.presented.value;
  const following = room.following.value;
  useEffect(() => {
    if (following) {
      room.goToPresented();
    }
  }, [presented, following]);
  if (room.stream.role.value === 'chair') {
    const on = room.presenting.value;
    const word = on ? t().tools.presenting : t().tools.present;
    return room.version.value ? <Switch word={word} on={on} onSwitch={() => room.presentNow(!on)} /> : null;
  }
  if (!presented) {
    return null;
  }
  const apart = room.detached.value ? t().tools.backToFollow : t().tools.follow;
  return (
    <Switch
      word={following ? t().tools.following : apart}
      on={following}
      onSwitch={() => room.follow(!following)}
    />
  );
}

function Switch({ word, on, onSwitch }: { word: string; on: boolean; onSwitch: () => void }) {
  if (layout.value === 'phone') {
    return <IconButton icon="monitor" label={word} pressed={on} onClick={onSwitch} />;
  }
  return (
    <Button size="small" icon="monitor" pressed={on} onClick={onSwitch}>
      {word}
    </Button>
  );
}
