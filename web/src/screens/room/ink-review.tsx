import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { LitPassage } from '../../paper/types';
import type { InkPlaceRecord } from '../../records';
import { type Comparison, placesOf } from '../../rules/changes';
import { erased } from '../../rules/history';
import { act, say } from '../../sync/cabinet';
import { compared } from '../../sync/changes';
import { Button, IconButton } from '../../ui/button';
import { Confirm, Dialog } from '../../ui/dialog';
import { InkSide } from './ink-side';
import { inkOf } from './paper-pane';
import { ScreenMark, useNoCopies } from './secret-paper';
import { type Room, useRoom } from './state';
import './ink-review.css';

const NONE: LitPassage[] = [];

/** Strokes on pages that a new version has changed, beside the layouts: a tablet that is turned keeps it open. */
export function InkReview() {
  const room = useRoom();
  if (room.reviewingInk.value === null) {
    return null;
  }
  const close = () => {
    room.reviewingInk.value = null;
  };
  return (
    <Dialog heading={t().inkPlaces.heading} shape="full" onClose={close}>
      <Review waiting={room.inkWaiting.value} onClose={close} />
    </Dialog>
  );
}

interface ReviewProps {
  waiting: InkPlaceRecord[];
  onClose: () => void;
}

function Review({ waiting, onClose }: ReviewProps) {
  const room = useRoom();
  const at = Math.max(0, Math.min(room.reviewingInk.value ?? 0, waiting.length - 1));
  const place = waiting[at];
  useEffect(() => {
    if (!place) {
      onClose();
    }
  }, [place]);
  if (!place) {
    return null;
  }
  const last = waiting.length === 1;
  return (
    <>
      {!last && <Steps room={room} at={at} waiting={waiting} />}
      <Decision key={`${place.from_version} ${place.from_page}`} room={room} place={place} last={last} />
    </>
  );
}

interface StepsProps {
  room: Room;
  at: number;
  waiting: InkPlaceRecord[];
}

function Steps({ room, at, waiting }: StepsProps) {
  const words = t().inkPlaces;
  const go = (to: number) => {
    room.reviewingInk.value = to;
  };
  return (
    <div class="review-steps">
      <IconButton icon="chevronLeft" label={words.previous} disabled={at === 0} onClick={() => go(at - 1)} />
      <span class="figures" role="status">
        {words.nth(at + 1, waiting.length)} · {room.stream.records.row('paper', waiting[at]!.paper)?.title}
      </span>
      <IconButton
        icon="chevronRight"
        label={words.next}
        disabled={at === waiting.length - 1}
        onClick={() => go(at + 1)}
      />
    </div>
  );
}

interface DecisionProps {
  room: Room;
  place: InkPlaceRecord;
  /** Nothing waits after this one. */
  last: boolean;
}

/** The old page with the strokes, and the new version with the same strokes on the page that is in sight there. */
function Decision({ room, place, last }: DecisionProps) {
  const { records } = room.stream;
  const secret = records.row('paper', place.paper)?.secret ?? false;
  const number = (version: string) => records.row('version', version)?.number ?? 1;
  const [target, setTarget] = useState(place.page || place.from_page);
  const changes = useChanges(place, secret);
  const drawn = inkOf(room, place.from_version);
  const own = drawn.filter(stroke => stroke.own && stroke.page === place.from_page);
  const tried = [...inkOf(room, place.version), ...own.map(stroke => ({ ...stroke, page: target }))];
  const words = t().inkPlaces;
  const said = [words.why(number(place.version)), changes && words.tinted, words.choose];
  useNoCopies(secret);
  return (
    <>
      <p class="small ink-review-why">{said.filter(Boolean).join(' ')}</p>
      <div class="ink-sides">
        <InkSide
          heading={words.old(number(place.from_version), place.from_page)}
          version={place.from_version}
          secret={secret}
          page={place.from_page}
          strokes={own}
          ink={drawn}
          tinted={changes?.old ?? NONE}
        />
        <InkSide
          heading={words.fresh(number(place.version), target)}
          version={place.version}
          secret={secret}
          page={place.page || place.from_page}
          strokes={own}
          ink={tried}
          tinted={changes?.new ?? NONE}
          onPage={setTarget}
        />
      </div>
      <Acts room={room} place={place} last={last} target={target} />
      {secret && <ScreenMark />}
    </>
  );
}

/** What is not the same in the two versions; without it (a secret paper, no network) nothing is tinted. */
function useChanges(place: InkPlaceRecord, secret: boolean): Record<'old' | 'new', LitPassage[]> | null {
  const [found, setFound] = useState<Comparison | null>(null);
  useEffect(() => {
    if (!secret) {
      compared(place.version, place.from_version).then(setFound, () => {});
    }
  }, []);
  return useMemo(
    () => found && { old: placesOf(found.rows, 'old'), new: placesOf(found.rows, 'new') },
    [found],
  );
}

function Acts({ room, place, last, target }: DecisionProps & { target: number }) {
  const [asking, setAsking] = useState(false);
  const { id: stream } = room.stream;
  const { from_version: version, from_page: page } = place;
  const own = room.ink.value.filter(
    ({ row }) => row.author === room.user.value && row.version === version && row.page === page,
  );
  const put = async () => {
    const to = { to_version: place.version, to_page: target };
    if (await act(stream, { type: 'ink.place', version, page, ...to })) {
      say(t().inkPlaces.placed);
      if (last) {
        room.open(place.paper, target, [], place.version);
      }
    }
  };
  const stay = async () => {
    if (await act(stream, { type: 'ink.stay', version, page })) {
      say(t().inkPlaces.stayed);
    }
  };
  const remove = () =>
    room.marking.do(
      erased(
        place.paper,
        own.map(({ id, row }) => [id, row] as const),
      ),
    );
  return (
    <div class="ink-review-acts">
      <Button kind="primary" icon="check" onClick={put}>
        {t().inkPlaces.put(target)}
      </Button>
      <Button icon="history" onClick={stay}>
        {t().carried.stay}
      </Button>
      <Button kind="quiet" icon="trash2" onClick={() => setAsking(true)}>
        {t().ink.removePage}
      </Button>
      {asking && (
        <Confirm
          question={t().ink.removeAsk(page)}
          detail={t().ink.removeDetail(own.length)}
          act={t().ink.removePage}
          kind="stop"
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
