import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MarkColour, NewMark } from '../../paper/types';
import type { NoteRecord } from '../../records';
import { noted, removed, rewritten, shownTo } from '../../rules/history';
import { sharingOf } from '../../rules/sharing';
import { newId } from '../../sync/ids';
import { Button } from '../../ui/button';
import { Confirm, Dialog } from '../../ui/dialog';
import { TextArea } from '../../ui/field';
import { layout } from '../../ui/layout';
import type { AddNote } from '../../wire';
import { DeliveryState } from '../parts/delivery';
import { MarkAudience, ShareDialog } from './share-dialog';
import { type Room, useDraft, useRoom } from './state';
import './cards.css';

const COLOURS = ['yellow', 'green', 'blue', 'pink'] as const;
const LONGEST = 8000;

/** The note just marked, and the note just tapped; each in a dialog of its own. */
export function NoteDialogs() {
  const room = useRoom();
  const mark = room.mark.value;
  const tapped = room.notes.value.find(note => note.id === room.note.value);
  return (
    <>
      {mark && <Compose mark={mark} />}
      {tapped && <Tapped key={tapped.id} note={tapped} />}
    </>
  );
}

/** The words outlive the system's way back: the next mark on the paper finds them again. */
function Compose({ mark }: { mark: NewMark }) {
  const room = useRoom();
  const [version] = useState(room.version.peek()); // the one marked, whatever is opened while this is written
  const [text, setText] = useDraft(`note ${version}`);
  const [colour, setColour] = useState<MarkColour>('yellow');
  const [shared, setShared] = useState(false);
  const close = () => {
    room.mark.value = null;
  };
  const discard = () => {
    setText('');
    close();
  };
  const save = () => {
    if (version) {
      record(
        room,
        { type: 'note.add', note: newId(), version, ...fitting(mark), text: text.trim(), colour },
        shared,
      );
    }
    discard();
  };
  const askAbout = () => {
    room.assistant.about.value = mark.exact.slice(0, LONGEST);
    room.panel.value = 'assistant';
    room.phone.value = 'assistant';
    room.nowShown.value = true;
    room.sheet.value = layout.value === 'tall' ? 'now' : null;
    close();
  };
  return (
    <Dialog heading={t().notes.fresh} shape="sheet-bottom" onClose={close}>
      <blockquote class={`passage short ${colour}`}>{mark.exact}</blockquote>
      <Button size="small" kind="quiet" icon="sparkles" onClick={askAbout}>
        {t().asked.about}
      </Button>
      <TextArea label={t().notes.text} value={text} onValue={setText} maxLength={LONGEST} rows={2} />
      <Colours chosen={colour} onChoose={setColour} />
      <label class="check">
        <input type="checkbox" checked={shared} onChange={event => setShared(event.currentTarget.checked)} />
        {t().notes.share}
      </label>
      <footer class="dialog-foot">
        <Button onClick={discard}>{t().common.cancel}</Button>
        <Button kind="primary" onClick={save}>
          {t().notes.save}
        </Button>
      </footer>
    </Dialog>
  );
}

/** Adds first and shares after: both wait for the network in this order. */
function record(room: Room, command: AddNote, shared: boolean): void {
  room.marking.do(noted(command, { shared, named: [] }));
}

/** A passage longer than the server takes keeps its place and loses the end of its wording. */
export function fitting(mark: NewMark): NewMark {
  return { ...mark, exact: mark.exact.slice(0, LONGEST), quads: mark.quads.slice(0, 200) };
}

function Colours({ chosen, onChoose }: { chosen: MarkColour; onChoose: (colour: MarkColour) => void }) {
  return (
    <fieldset class="swatches">
      <legend>{t().notes.colour}</legend>
      {COLOURS.map(colour => (
        <label key={colour} class={`passage-colour ${colour}`}>
          <input type="radio" name="colour" checked={colour === chosen} onChange={() => onChoose(colour)} />
          <i aria-hidden="true" />
          {t().notes.colours[colour]}
        </label>
      ))}
    </fieldset>
  );
}

function Tapped({ note: { id, row, delivery } }: { note: Room['notes']['value'][number] }) {
  const room = useRoom();
  const own = row.author === room.user.value;
  const close = () => {
    room.note.value = null;
  };
  return (
    <Dialog heading={t().notes.edit} onClose={close}>
      <blockquote class={`passage ${row.colour}`}>{row.exact}</blockquote>
      <MarkAudience author={row.author} sharing={row} />
      <DeliveryState delivery={delivery} />
      {own ? <Edit id={id} row={row} onClose={close} /> : <p class="said-text">{row.text}</p>}
    </Dialog>
  );
}

function Edit({ id, row, onClose }: { id: string; row: NoteRecord; onClose: () => void }) {
  const { marking } = useRoom();
  const [text, setText] = useState(row.text);
  const [asking, setAsking] = useState(false);
  const [sharing, setSharing] = useState(false);
  const save = () => {
    if (text.trim() !== row.text) {
      marking.do(rewritten(id, row.text, text.trim()));
    }
    onClose();
  };
  const remove = () => {
    marking.do(removed(id, row));
    onClose();
  };
  return (
    <>
      <TextArea label={t().notes.text} value={text} onValue={setText} maxLength={LONGEST} />
      <footer class="dialog-foot">
        <Button kind="quiet" icon="trash2" onClick={() => setAsking(true)}>
          {t().notes.remove}
        </Button>
        <Button icon="share2" onClick={() => setSharing(true)}>
          {t().sharing.act}
        </Button>
        <Button kind="primary" onClick={save}>
          {t().notes.save}
        </Button>
      </footer>
      {sharing && (
        <ShareDialog
          heading={t().sharing.heading}
          paper={row.paper}
          now={sharingOf(row)}
          onShare={wanted => marking.do(shownTo(id, sharingOf(row), wanted))}
          onClose={() => setSharing(false)}
        />
      )}
      {asking && (
        <Confirm
          question={t().notes.removeAsk}
          detail={row.exact}
          act={t().notes.remove}
          kind="stop"
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
