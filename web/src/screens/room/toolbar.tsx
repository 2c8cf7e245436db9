import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { Button, IconButton } from '../../ui/button';
import { layout } from '../../ui/layout';
import { type Room, useRaise, useRoom } from './state';
import { ChangesLink } from './version-bar';
import { ViewDialog } from './view-dialog';
import './toolbar.css';

/** At the foot of the paper: read or mark, the page, the size, and the sides; `alone`: nothing stands beside the paper. */
export function Toolbar({ alone = false }: { alone?: boolean }) {
  const room = useRoom();
  const version = room.version.value;
  return (
    <div class={`toolbar ${layout.value}`} role="toolbar" aria-label={t().tools.bar}>
      {!alone && <Sides room={room} side="rail" />}
      {version && (
        <>
          <Modes room={room} />
          <Pages room={room} version={version} />
          <Sizes room={room} />
          <Views room={room} alone={alone} />
          <div class="toolbar-changes">
            <ChangesLink short />
          </div>
        </>
      )}
      {!alone && <Sides room={room} side="now" />}
    </div>
  );
}

/** On a wide screen the sides fold away; elsewhere they are sheets. */
function Sides({ room, side }: { room: Room; side: 'rail' | 'now' }) {
  const texts = t().room;
  const rail = side === 'rail';
  const icon = rail ? 'panelLeft' : 'panelRight';
  const openSheet = () => {
    room.sheet.value = rail ? 'agenda' : 'now';
  };
  if (layout.value === 'phone') {
    return rail ? null : <IconButton icon="messageSquare" label={t().tools.words} onClick={openSheet} />;
  }
  if (layout.value === 'tall') {
    return (
      <Button kind="quiet" size="small" icon={icon} onClick={openSheet}>
        {rail ? texts.agenda : texts.now}
      </Button>
    );
  }
  const shown = rail ? room.railShown : room.nowShown;
  const words = rail ? [texts.hideRail, texts.showRail] : [texts.hideNow, texts.showNow];
  const toggle = () => {
    shown.value = !shown.value;
  };
  return (
    <IconButton icon={icon} label={words[shown.value ? 0 : 1]!} pressed={shown.value} onClick={toggle} />
  );
}

function Modes({ room }: { room: Room }) {
  const mode = room.mode.value;
  const choose = (wanted: 'read' | 'mark' | 'draw') => {
    room.mode.value = wanted;
  };
  return (
    <div class="toolbar-group toolbar-modes">
      <Button size="small" icon="eye" pressed={mode === 'read'} onClick={() => choose('read')}>
        {t().tools.read}
      </Button>
      <Button size="small" icon="highlighter" pressed={mode === 'mark'} onClick={() => choose('mark')}>
        {t().tools.mark}
      </Button>
      <Button size="small" icon="penLine" pressed={mode === 'draw'} onClick={() => choose('draw')}>
        {t().ink.draw}
      </Button>
    </div>
  );
}

function Pages({ room, version }: { room: Room; version: string }) {
  const place = room.placeIn(version);
  const [typed, setTyped] = useState('');
  useEffect(() => setTyped(String(place?.page ?? 1)), [place?.page]);
  if (!place) {
    return null;
  }
  const turn = (page: number) => room.byHand(reader => reader.goTo(Math.min(place.pages, Math.max(1, page))));
  const jump = (event: Event) => {
    event.preventDefault();
    const page = Number.parseInt(typed, 10);
    if (page) {
      turn(page);
    } else {
      setTyped(String(place.page));
    }
  };
  return (
    <form class="toolbar-group toolbar-pages" onSubmit={jump}>
      <IconButton
        icon="chevronUp"
        label={t().tools.previous}
        onClick={() => turn(place.page - 1)}
        disabled={place.page <= 1}
      />
      <label>
        <span class="visually-hidden">{t().tools.pageLabel}</span>
        <input
          class="figures"
          inputMode="numeric"
          value={typed}
          onInput={event => setTyped(event.currentTarget.value)}
          onBlur={jump}
        />
      </label>
      <span class="figures">/{place.pages}</span>
      <IconButton
        icon="chevronDown"
        label={t().tools.next}
        onClick={() => turn(place.page + 1)}
        disabled={place.page >= place.pages}
      />
    </form>
  );
}

/** Looking into the paper, and how it is shown. */
function Views({ room, alone }: { room: Room; alone: boolean }) {
  const raise = useRaise();
  const search = () => {
    room.finder.value = room.finder.value ? null : 'search';
  };
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'f' && !event.shiftKey) {
        event.preventDefault();
        room.finder.value = 'search';
      }
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [room]);
  return (
    <div class="toolbar-group">
      <IconButton
        icon="search"
        label={t().finder.open}
        pressed={room.finder.value !== null}
        onClick={search}
      />
      <IconButton
        icon="settings"
        label={t().finder.view}
        onClick={() => raise(close => <ViewDialog alone={alone} onClose={close} />)}
      />
    </div>
  );
}

function Sizes({ room }: { room: Room }) {
  return (
    <div class="toolbar-group toolbar-sizes">
      <IconButton
        icon="zoomOut"
        label={t().tools.smaller}
        onClick={() => room.byHand(reader => reader.zoomOut())}
      />
      <IconButton icon="maximize" label={t().tools.fit} onClick={() => room.byHand(reader => reader.fit())} />
      <IconButton
        icon="zoomIn"
        label={t().tools.larger}
        onClick={() => room.byHand(reader => reader.zoomIn())}
      />
    </div>
  );
}
