import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { type Filled, type FillWish, fillByUnit } from '../../rules/seat-fill';
import { places, seatable } from '../../rules/seats';
import type { Stream } from '../../sync/stream';
import { Choice } from '../../ui/field';
import type { Role } from '../../wire';
import { FormDialog, tell } from './form-dialog';
import type { SeatsDialogProps } from './paste-seats';

const ROLES = ['delegate', 'guest', 'chair', 'secretary'] as const satisfies readonly Role[];
type Seated = (typeof ROLES)[number];

interface Wish extends FillWish {
  roles: readonly Seated[];
  keep: boolean;
}

/** Blocks of seats in the order of the units; how many find a seat is said before anything is saved. */
export function FillSeats({ stream, rows, onClose }: SeatsDialogProps) {
  const [wish, setWish] = useState<Wish>({ order: 'list', newRow: false, roles: ['delegate'], keep: true });
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const filled = fill(stream, rows, wish);
  const texts = t().seating;
  const submit = async () =>
    filled.seats.length > 0
      ? tell(stream.id, { type: 'seating.assign', seats: commandOf(stream, filled, wish.keep) })
      : texts.fillNobody;
  return (
    <FormDialog
      heading={texts.fill}
      act={texts.fillAct(filled.seats.length)}
      onSubmit={submit}
      onClose={onClose}
    >
      <p class="small quiet">{texts.fillHint}</p>
      <fieldset class="fill-roles">
        <legend>{texts.fillWho}</legend>
        {ROLES.map(role => (
          <Tick
            key={role}
            word={texts.roles[role]}
            on={wish.roles.includes(role)}
            onTick={on =>
              change({ roles: ROLES.filter(one => (one === role ? on : wish.roles.includes(one))) })
            }
          />
        ))}
      </fieldset>
      <Choice<FillWish['order']>
        label={texts.fillOrder}
        value={wish.order}
        choices={[
          ['list', texts.fillOrders.list],
          ['name', texts.fillOrders.name],
        ]}
        onValue={order => change({ order })}
      />
      <Tick word={texts.fillNewRow} on={wish.newRow} onTick={newRow => change({ newRow })} />
      <Tick word={texts.fillKeep} on={wish.keep} onTick={keep => change({ keep })} />
      <p class="small figures" role="status">
        {texts.fillFound(filled.seats.length, filled.left.length)}
      </p>
    </FormDialog>
  );
}

function fill({ records }: Stream, rows: readonly string[], wish: Wish): Filled {
  const seats = records.of('seat').value;
  const people = [...records.of('member').value].filter(
    ([user, member]) =>
      seatable(member) && wish.roles.some(role => role === member.role) && !(wish.keep && seats.has(user)),
  );
  const held = new Set(wish.keep ? [...seats.values()].map(({ seat }) => seat) : []);
  return fillByUnit(
    people,
    places(rows).filter(({ name }) => !held.has(name)),
    wish,
  );
}

/** Without keeping, everybody who gets no new seat gives up the old one, or two might end on one. */
function commandOf(
  { records }: Stream,
  filled: Filled,
  keep: boolean,
): { user: string; seat: string | null }[] {
  const seated = new Set(filled.seats.map(({ user }) => user));
  const others = keep ? [] : [...records.of('seat').value.keys()].filter(user => !seated.has(user));
  return [...filled.seats, ...others.map(user => ({ user, seat: null }))];
}

function Tick({ word, on, onTick }: { word: string; on: boolean; onTick: (on: boolean) => void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={on} onChange={event => onTick(event.currentTarget.checked)} />
      <span>{word}</span>
    </label>
  );
}
