import { useSignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { compareNames } from '../../rules/names';
import { seatable } from '../../rules/seats';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { Empty } from '../../ui/waiting';
import { nameOf } from '../parts/person';
import { TAKEN } from '../seats/board';
import { useBoard, ZoomTools } from '../seats/live';
import { useZoom, ZoomedPlan } from '../seats/zoom';
import { ChooseHall } from './choose-hall';
import { FillSeats } from './fill-seats';
import { PasteSeats } from './paste-seats';
import { ChoosePerson, TakenSeat, Unseated } from './seat-people';

type Shown = 'hall' | 'paste' | 'fill' | 'clear' | null;

/** By hand, by a pasted list, by unit: who sits where. */
export function AssignSeats({ stream }: { stream: Stream }) {
  const [shown, setShown] = useState<Shown>(null);
  const plan = stream.records.row('seat_plan', stream.id);
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  const close = () => setShown(null);
  const texts = t().seating;
  return (
    <div class="stack">
      {!ended && (
        <div class="row">
          <Button icon="armchair" kind={plan ? 'plain' : 'primary'} onClick={() => setShown('hall')}>
            {plan ? texts.changeHall : texts.chooseHall}
          </Button>
          {plan && (
            <>
              <Button icon="upload" onClick={() => setShown('paste')}>
                {texts.paste}
              </Button>
              <Button icon="listOrdered" onClick={() => setShown('fill')}>
                {texts.fill}
              </Button>
              <Button icon="trash2" onClick={() => setShown('clear')}>
                {texts.clear}
              </Button>
            </>
          )}
        </div>
      )}
      {plan ? (
        <ByHand key={plan.rows.join('\n')} stream={stream} rows={plan.rows} fixed={ended} />
      ) : (
        <Empty icon="armchair">{t().seats.none}</Empty>
      )}
      {shown === 'hall' && <ChooseHall stream={stream} onClose={close} />}
      {shown === 'paste' && plan && <PasteSeats stream={stream} rows={plan.rows} onClose={close} />}
      {shown === 'fill' && plan && <FillSeats stream={stream} rows={plan.rows} onClose={close} />}
      {shown === 'clear' && (
        <Confirm
          question={texts.clearQuestion}
          detail={texts.clearDetail(stream.records.of('seat').value.size)}
          act={texts.clear}
          kind="stop"
          onConfirm={() => act(stream.id, { type: 'seating.clear' })}
          onClose={close}
        />
      )}
    </div>
  );
}

interface HandProps {
  stream: Stream;
  rows: readonly string[];
  fixed: boolean;
}

/** A person in hand goes to the seat that is tapped; a free seat without a person in hand asks who sits there. */
function ByHand({ stream, rows, fixed }: HandProps) {
  const view = useSignal(TAKEN);
  const board = useBoard(stream, rows, view, '');
  const zoom = useZoom(rows);
  const [hand, setHand] = useState<string | null>(null);
  const [seat, setSeat] = useState<string | null>(null);
  const seats = stream.records.of('seat').value;
  const waiting = unseatedOf(stream);
  const texts = t().seating;
  const put = (user: string, place: string | null) => {
    setHand(null);
    setSeat(null);
    return act(stream.id, { type: 'seating.assign', seats: [{ user, seat: place }] });
  };
  const pick = (place: string) => {
    const holder = [...seats].find(([, row]) => row.seat === place)?.[0];
    if (fixed || holder === hand) {
      setHand(null);
    } else if (hand && !holder) {
      void put(hand, place);
    } else if (!hand && holder) {
      setHand(holder);
    } else {
      setSeat(place);
    }
  };
  const holder = seat && [...seats].find(([, row]) => row.seat === seat)?.[0];
  return (
    <>
      <div class="plan-tools">
        <p class="small figures" role="status">
          {texts.seated(seats.size, seats.size + waiting.length, board.seats.length - seats.size)}
        </p>
        <ZoomTools zoom={zoom} />
      </div>
      {!fixed && (
        <div class="row hand-place-line" role="status">
          <p class="small">{handWords(stream, hand)}</p>
          {hand && (
            <>
              {seats.has(hand) && (
                <Button size="small" icon="x" onClick={() => put(hand, null)}>
                  {texts.takeAway}
                </Button>
              )}
              <Button size="small" kind="quiet" onClick={() => setHand(null)}>
                {texts.cancel}
              </Button>
            </>
          )}
        </div>
      )}
      <ZoomedPlan
        zoom={zoom}
        board={board}
        label={t().seats.heading}
        chosen={hand ? seats.get(hand)?.seat : undefined}
        onPick={pick}
      />
      {!fixed && <Unseated stream={stream} people={waiting} hand={hand} onTake={setHand} />}
      {seat && holder && hand && (
        <TakenSeat
          stream={stream}
          seat={seat}
          hand={hand}
          holder={holder}
          onDone={() => {
            setHand(null);
            setSeat(null);
          }}
        />
      )}
      {seat && !holder && (
        <ChoosePerson
          stream={stream}
          seat={seat}
          people={waiting}
          onChoose={user => put(user, seat)}
          onClose={() => setSeat(null)}
        />
      )}
    </>
  );
}

function handWords(stream: Stream, hand: string | null): string {
  const texts = t().seating;
  if (!hand) {
    return texts.hint;
  }
  const seat = stream.records.row('seat', hand)?.seat;
  return seat ? texts.moving(nameOf(stream, hand), seat) : texts.inHand(nameOf(stream, hand));
}

/** Members who could sit and have no seat yet, by given name. */
function unseatedOf({ records }: Stream): string[] {
  const seats = records.of('seat').value;
  return [...records.of('member').value]
    .filter(([user, member]) => seatable(member) && !seats.has(user))
    .sort(([, one], [, other]) => compareNames(one.name, other.name))
    .map(([user]) => user);
}
