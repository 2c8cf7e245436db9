import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { INK_COLOURS, type InkColour } from '../../paper/types';
import { deliveryOf } from '../../rules/notes';
import { outbox } from '../../sync/cabinet';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { DeliveryState } from '../parts/delivery';
import { WIDTHS } from './marking';
import { ShareInk } from './share-ink';
import { type Room, useRoom } from './state';
import './mark-bar.css';

/** Above the toolbar while passages are marked or ink is drawn: the pens, and the way back. */
export function MarkBar() {
  const room = useRoom();
  useUndoKeys(room);
  const mode = room.mode.value;
  const version = room.version.value;
  if (mode === 'read' || !version || room.placing.value) {
    return <RefusedInk room={room} />;
  }
  return (
    <>
      <RefusedInk room={room} />
      <div class="mark-bar" role="toolbar" aria-label={t().ink.bar}>
        {mode === 'draw' && (
          <>
            <Tools room={room} />
            <Looks room={room} />
            <ShareInk version={version} page={room.placeIn(version)?.page ?? 1} />
          </>
        )}
        <Back room={room} />
      </div>
    </>
  );
}

/** Strokes that the server did not take: they lie on the page of this tablet only. */
function RefusedInk({ room }: { room: Room }) {
  const refused = outbox.waiting.value.find(
    ({ stream, command, refused }) => refused && stream === room.stream.id && command.type.startsWith('ink.'),
  );
  return (
    <div class="mark-bar-refused" role="status">
      {refused && <DeliveryState delivery={deliveryOf(refused)} />}
    </div>
  );
}

function Back({ room: { marking } }: { room: Room }) {
  const { past, future } = marking.history.value;
  return (
    <div class="mark-bar-group">
      <IconButton
        icon="undo"
        label={t().ink.undo}
        disabled={past.length === 0}
        onClick={() => marking.undo()}
      />
      <IconButton
        icon="redo"
        label={t().ink.redo}
        disabled={future.length === 0}
        onClick={() => marking.redo()}
      />
    </div>
  );
}

function Tools({ room: { marking } }: { room: Room }) {
  const words = t().ink;
  const tool = marking.tool.value;
  const choose = (wanted: 'draw' | 'erase' | 'rub') => {
    marking.tool.value = wanted;
  };
  return (
    <div class="mark-bar-group">
      <IconButton icon="penLine" label={words.pen} pressed={tool === 'draw'} onClick={() => choose('draw')} />
      <IconButton
        icon="eraser"
        label={words.eraser}
        pressed={tool === 'erase'}
        onClick={() => choose('erase')}
      />
      <IconButton
        icon="scissors"
        label={words.rubber}
        pressed={tool === 'rub'}
        onClick={() => choose('rub')}
      />
      <IconButton
        icon="pointer"
        label={words.fingers}
        pressed={marking.fingers.value}
        onClick={() => marking.letFingersDraw(!marking.fingers.value)}
      />
    </div>
  );
}

interface Own {
  room: Pick<Room, 'marking'>;
}

/** Colours and widths; on a narrow bar they lie behind a button that shows the pen as it is. */
function Looks({ room }: Own) {
  const [open, setOpen] = useState(false);
  const { colour, width } = room.marking;
  const { look, colours, widths } = t().ink;
  const size = (Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).find(name => WIDTHS[name] === width.value);
  const label = look(colours[colour.value], widths[size ?? 'medium']);
  return (
    <>
      <button
        type="button"
        class={`mark-bar-look ink-choice ink-${colour.value} ink-${size}`}
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <i aria-hidden="true" />
        <Icon name={open ? 'chevronDown' : 'chevronUp'} size={16} />
      </button>
      <div class={`mark-bar-looks${open ? ' open' : ''}`}>
        <Colours room={room} />
        <Widths room={room} />
      </div>
    </>
  );
}

function Colours({ room: { marking } }: Own) {
  return (
    <fieldset class="mark-bar-group">
      <legend class="visually-hidden">{t().ink.colour}</legend>
      {(Object.keys(INK_COLOURS) as InkColour[]).map(colour => (
        <label key={colour} class={`ink-choice ink-${colour}`} title={t().ink.colours[colour]}>
          <input
            type="radio"
            name="ink-colour"
            checked={marking.colour.value === colour}
            onChange={() => {
              marking.colour.value = colour;
              marking.tool.value = 'draw';
            }}
          />
          <i aria-hidden="true" />
          <span class="visually-hidden">{t().ink.colours[colour]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Widths({ room: { marking } }: Own) {
  return (
    <fieldset class="mark-bar-group">
      <legend class="visually-hidden">{t().ink.width}</legend>
      {(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]).map(name => (
        <label key={name} class={`ink-choice ink-${name}`} title={t().ink.widths[name]}>
          <input
            type="radio"
            name="ink-width"
            checked={marking.width.value === WIDTHS[name]}
            onChange={() => {
              marking.width.value = WIDTHS[name];
              marking.tool.value = 'draw';
            }}
          />
          <i aria-hidden="true" />
          <span class="visually-hidden">{t().ink.widths[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y; where a text is being written they are the text's. */
function useUndoKeys(room: Room): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const writing = (event.target as Element | null)?.matches?.('input:not([type=radio]), textarea');
      const letter = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || writing || (letter !== 'z' && letter !== 'y')) {
        return;
      }
      event.preventDefault();
      if (letter === 'y' || event.shiftKey) {
        room.marking.redo();
      } else {
        room.marking.undo();
      }
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [room]);
}
