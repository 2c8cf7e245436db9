import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { matches } from '../../rules/names';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { nameOf, Person } from '../parts/person';
import '../parts/answer.css';

interface PeopleProps {
  stream: Stream;
  people: readonly string[];
  hand: string | null;
  onTake: (user: string) => void;
}

/** Those without a seat; a tap takes one of them in hand. */
export function Unseated({ stream, people, hand, onTake }: PeopleProps) {
  const [words, setWords] = useState('');
  const texts = t().seating;
  const found = people.filter(user => matches(wordsOf(stream, user), words));
  return (
    <section class="stack" aria-label={texts.people(people.length)}>
      <h3>{texts.people(people.length)}</h3>
      {people.length === 0 ? (
        <p class="quiet">{texts.everyone}</p>
      ) : (
        <>
          <Field label={t().seats.search} type="search" value={words} onValue={setWords} />
          <People stream={stream} people={found} chosen={hand} onChoose={onTake} />
        </>
      )}
    </section>
  );
}

interface ListProps {
  stream: Stream;
  people: readonly string[];
  chosen: string | null;
  onChoose: (user: string) => unknown;
}

function People({ stream, people, chosen, onChoose }: ListProps) {
  return (
    <ul class="candidates unseated">
      {people.map(user => (
        <li key={user}>
          <button
            type="button"
            class="candidate"
            aria-pressed={chosen === user}
            onClick={() => onChoose(user)}
          >
            <Icon name={chosen === user ? 'circleCheck' : 'circle'} />
            <Person stream={stream} user={user} detail />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ChooseProps {
  stream: Stream;
  seat: string;
  people: readonly string[];
  onChoose: (user: string) => unknown;
  onClose: () => void;
}

/** Who shall sit on a free seat. */
export function ChoosePerson({ stream, seat, people, onChoose, onClose }: ChooseProps) {
  const [words, setWords] = useState('');
  const found = people.filter(user => matches(wordsOf(stream, user), words));
  return (
    <Dialog heading={t().seating.whoSits(seat)} onClose={onClose}>
      <div class="stack">
        {people.length === 0 ? (
          <p class="quiet">{t().seating.everyone}</p>
        ) : (
          <Field label={t().seats.search} type="search" value={words} onValue={setWords} />
        )}
        <People stream={stream} people={found} chosen={null} onChoose={onChoose} />
      </div>
    </Dialog>
  );
}

interface TakenProps {
  stream: Stream;
  seat: string;
  /** Who is to sit there, and who does. */
  hand: string;
  holder: string;
  onDone: () => void;
}

/** Two people and one seat: they change places, or the one who sits there gets up. */
export function TakenSeat({ stream, seat, hand, holder, onDone }: TakenProps) {
  const own = stream.records.row('seat', hand)?.seat ?? null;
  const [one, other] = [nameOf(stream, hand), nameOf(stream, holder)];
  const texts = t().seating;
  const put = async (place: string | null) => {
    const seats = [
      { user: hand, seat },
      { user: holder, seat: place },
    ];
    await act(stream.id, { type: 'seating.assign', seats });
    onDone();
  };
  return (
    <Dialog heading={texts.taken(seat, other)} onClose={onDone}>
      <div class="stack">
        {own && (
          <Button kind="primary" onClick={() => put(own)}>
            {texts.swap(one, other)}
          </Button>
        )}
        <Button onClick={() => put(null)}>{texts.replace(one, other)}</Button>
        <Button kind="quiet" onClick={onDone}>
          {texts.cancel}
        </Button>
      </div>
    </Dialog>
  );
}

function wordsOf(stream: Stream, user: string): string {
  const member = stream.records.row('member', user);
  return `${member?.name ?? ''} ${member?.title ?? ''} ${member?.unit ?? ''}`;
}
