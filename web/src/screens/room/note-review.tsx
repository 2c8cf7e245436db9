import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { NoteRecord, PlacementRecord } from '../../records';
import { toDecide } from '../../rules/versions';
import { act, outbox, say } from '../../sync/cabinet';
import { Button, IconButton } from '../../ui/button';
import { Confirm, Dialog } from '../../ui/dialog';
import { type Room, useRoom } from './state';
import './cards.css';
import './version-bar.css';

/** In the list of notes: how many have to be looked at, and the way to do it. */
export function ReviewCall() {
  const room = useRoom();
  const waiting = toDecide(room.stream.records.of('placement').value);
  const start = () => {
    room.reviewing.value = true;
  };
  return waiting.length > 0 ? (
    <div class="review-call">
      <div>
        <p>
          <strong>{t().carried.review(waiting.length)}</strong>
        </p>
        <p class="small">{t().carried.why}</p>
      </div>
      <Button size="small" kind="primary" onClick={start}>
        {t().carried.start}
      </Button>
    </div>
  ) : null;
}

/** Beside the layouts rather than in one: a tablet that is turned keeps it open. */
export function NoteReview() {
  const room = useRoom();
  if (!room.reviewing.value) {
    return null;
  }
  const close = () => {
    room.reviewing.value = false;
  };
  return (
    <Dialog heading={t().carried.heading} shape="page" onClose={close}>
      <Review waiting={toDecide(room.stream.records.of('placement').value)} onClose={close} />
    </Dialog>
  );
}

interface ReviewProps {
  waiting: [string, PlacementRecord][];
  onClose: () => void;
}

function Review({ waiting, onClose }: ReviewProps) {
  const room = useRoom();
  const [at, setAt] = useState(0);
  const place = Math.min(at, waiting.length - 1);
  const [id, placement] = waiting[place] ?? [];
  const note = room.stream.records.row('note', id);
  const over = !id || !placement || !note;
  useEffect(() => {
    if (over) {
      say(t().carried.done);
      onClose();
    }
  }, [over]);
  if (over) {
    return null;
  }
  return (
    <div class="review">
      <div class="review-steps">
        <IconButton
          icon="chevronLeft"
          label={t().carried.previous}
          disabled={place === 0}
          onClick={() => setAt(place - 1)}
        />
        <span class="figures" role="status">
          {t().carried.nth(place + 1, waiting.length)} ·{' '}
          {room.stream.records.row('paper', placement.paper)?.title}
        </span>
        <IconButton
          icon="chevronRight"
          label={t().carried.next}
          disabled={place === waiting.length - 1}
          onClick={() => setAt(place + 1)}
        />
      </div>
      {note.text && (
        <p class="said-text">
          <strong>{t().carried.yours}:</strong> {note.text}
        </p>
      )}
      <Sides room={room} note={note} placement={placement} onClose={onClose} />
      <Acts
        key={id}
        room={room}
        id={id}
        note={note}
        placement={placement}
        last={waiting.length === 1}
        onClose={onClose}
      />
    </div>
  );
}

interface SidesProps {
  room: Room;
  note: NoteRecord;
  placement: PlacementRecord;
  onClose: () => void;
}

function Sides({ room, note, placement, onClose }: SidesProps) {
  const number = (version: string) => room.stream.records.row('version', version)?.number ?? 1;
  const words = t().carried;
  const look = (version: string, page: number, quads: NoteRecord['quads']) => {
    onClose();
    room.open(note.paper, page, [{ page, quads }], version);
  };
  const { version, page, quads, exact, state } = placement;
  return (
    <div class="review-sides">
      <section class="review-side">
        <h3>{words.old(number(note.version), note.page)}</h3>
        <blockquote class={`passage ${note.colour}`}>{note.exact}</blockquote>
        <Button size="small" kind="quiet" onClick={() => look(note.version, note.page, note.quads)}>
          {words.look}
        </Button>
      </section>
      {state === 'changed' ? (
        <section class="review-side">
          <h3>{words.fresh(number(version), page)}</h3>
          <blockquote class={`passage ${note.colour}`}>{exact}</blockquote>
          <Button size="small" kind="quiet" onClick={() => look(version, page, quads)}>
            {words.look}
          </Button>
        </section>
      ) : (
        <section class="review-side">
          <h3>{words.lost(number(version))}</h3>
        </section>
      )}
    </div>
  );
}

interface ActsProps extends SidesProps {
  id: string;
  /** What becomes of it ends the review, which says so itself: the one line holds one of the two. */
  last: boolean;
}

function Acts({ room, id, note, placement, last, onClose }: ActsProps) {
  const [asking, setAsking] = useState(false);
  const stream = room.stream.id;
  const words = t().carried;
  const told = (text: string) => last || say(text);
  const take = async () => {
    if (await act(stream, { type: 'note.take', note: id, version: placement.version })) {
      told(words.taken);
    }
  };
  const stay = async () => {
    if (await act(stream, { type: 'note.stay', note: id })) {
      told(words.stayed);
    }
  };
  const byHand = () => {
    onClose();
    room.placeByHand(id, note.paper, placement);
  };
  const remove = () => void outbox.add(stream, { type: 'note.remove', note: id });
  return (
    <div class="review-acts">
      {placement.state === 'changed' && (
        <Button kind="primary" icon="check" onClick={take}>
          {words.take}
        </Button>
      )}
      <Button icon="highlighter" onClick={byHand}>
        {words.byHand}
      </Button>
      <Button icon="history" onClick={stay}>
        {words.stay}
      </Button>
      <Button kind="quiet" icon="trash2" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      {asking && (
        <Confirm
          question={words.removeAsk}
          detail={note.text || note.exact}
          act={words.remove}
          kind="stop"
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

/** While the owner marks the new place of a note himself. */
export function PlacingBar() {
  const room = useRoom();
  const note = room.stream.records.row('note', room.placing.value);
  if (!note) {
    return null;
  }
  const stop = () => {
    room.placing.value = null;
    room.mode.value = 'read';
  };
  return (
    <div class="placing-bar" role="status">
      <p>
        {t().carried.placing} <q>{note.text || note.exact.slice(0, 120)}</q>
      </p>
      <Button size="small" onClick={stop}>
        {t().carried.cancel}
      </Button>
    </div>
  );
}
