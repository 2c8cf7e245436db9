import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { me } from '../../sync/session';
import { Button, IconButton } from '../../ui/button';
import { layout } from '../../ui/layout';
import { nameOf } from '../parts/person';
import { useRoom } from './state';

/** Keeps this tablet with the presenter, and takes it along when a presentation begins. */
export function useLeading(openedByAddress: boolean): void {
  const room = useRoom();
  const { leading } = room;
  const led = leading.led.value;
  const before = useRef<string | null>(null);
  const chosen = useRef(openedByAddress);
  useEffect(() => {
    leading.resume();
  }, []);
  useEffect(() => {
    const mine = room.stream.presented.value?.by === me.peek()?.user.id;
    if (leading.presenting.peek() && room.stream.presented.value && !mine) {
      leading.presenting.value = false; // somebody else has begun to present
    }
  }, [room.stream.presented.value]);
  useEffect(() => {
    const by = led?.by ?? null;
    if (by && by !== before.current && !chosen.current && !busy() && room.mode.peek() === 'read') {
      leading.follow(true);
    }
    chosen.current &&= !by;
    before.current = by;
    leading.land();
  }, [led, leading.reachable.value]);
}

/** Whoever writes or answers a question is not led away from it. */
function busy(): boolean {
  const focused = document.activeElement;
  return document.querySelector('dialog[open]') !== null || (focused?.matches('input, textarea') ?? false);
}

/** In the title: presenting for those who may, and that this tablet follows. */
export function Lead() {
  const { leading, version } = useRoom();
  const presenting = leading.presenting.value;
  const words = t().leading;
  return (
    <>
      {leading.may.value && version.value && (
        <Switch
          word={presenting ? words.presenting : words.present}
          on={presenting}
          onSwitch={() => leading.present(!presenting)}
        />
      )}
      {leading.led.value?.page && leading.following.value && (
        <Switch word={words.following} on onSwitch={() => leading.follow(false)} />
      )}
    </>
  );
}

function Switch({ word, on, onSwitch }: { word: string; on: boolean; onSwitch: () => void }) {
  if (layout.value !== 'wide') {
    return <IconButton icon="monitor" label={word} pressed={on} onClick={onSwitch} />;
  }
  return (
    <Button size="small" icon="monitor" pressed={on} onClick={onSwitch}>
      {word}
    </Button>
  );
}

/** Above the paper while somebody presents and this tablet does not follow: who, what, and the one way back. */
export function FollowBar() {
  const room = useRoom();
  const { leading, stream } = room;
  const led = leading.led.value;
  if (!led || (leading.following.value && leading.reachable.value)) {
    return null;
  }
  const words = t().leading;
  const who = nameOf(stream, led.by);
  if (!led.page || !leading.reachable.value) {
    return (
      <p class="follow-bar" role="status">
        <span>{words.notForYou(who)}</span>
      </p>
    );
  }
  const version = stream.records.row('version', led.page.version);
  const title = stream.records.row('paper', version?.paper)?.title ?? '';
  return (
    <div class="follow-bar">
      <span role="status">{words.presentedBy(who, title, led.page.page)}</span>
      <Button size="small" kind="primary" icon="monitor" onClick={() => leading.follow(true)}>
        {words.follow}
      </Button>
    </div>
  );
}
