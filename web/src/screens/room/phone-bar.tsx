import { t } from '../../i18n';
import { hands } from '../../rules/queue';
import { ordersOf } from '../../sync/queue-orders';
import { Icon, type IconName } from '../../ui/icon';
import { type PhonePlace, useRoom } from './state';

export function placeWords(): Record<PhonePlace, string> {
  return {
    agenda: t().room.agenda,
    paper: t().room.papers,
    speak: t().speaking.heading,
    vote: t().voting.heading,
    assistant: t().assistant.heading,
  };
}

/** The bar at the foot of a phone: one place at a time. An open vote is named on its place. */
export function PhoneBar() {
  const room = useRoom();
  const { records } = room.stream;
  const voteOpen = [...records.of('vote').value.values()].some(vote => vote.state === 'open');
  const queue = hands(ordersOf(records).value);
  const words = placeWords();
  const places: [PhonePlace, IconName, string][] = [
    ['agenda', 'listOrdered', ''],
    ['paper', 'fileText', ''],
    ['speak', 'hand', queue ? String(queue) : ''],
    ['vote', 'vote', ''],
    ['assistant', 'sparkles', ''],
  ];
  return (
    <nav class="phone-bar">
      {places.map(([place, icon, mark]) => (
        <button
          key={place}
          type="button"
          aria-current={room.phone.value === place ? 'page' : undefined}
          onClick={() => {
            room.phone.value = place;
          }}
        >
          <span class="phone-bar-icon">
            <Icon name={icon} size={22} />
            {mark && <span class="phone-bar-mark figures">{mark}</span>}
            {place === 'vote' && voteOpen && <span class="phone-bar-dot" />}
          </span>
          <span>{words[place]}</span>
          {place === 'vote' && voteOpen && <span class="visually-hidden">, {t().voting.open}</span>}
        </button>
      ))}
    </nav>
  );
}
