import { t } from '../../i18n';
import { waiting } from '../../rules/queue';
import { Icon, type IconName } from '../../ui/icon';
import { type PhonePlace, useRoom } from './state';

/** The bar at the foot of a phone: one place at a time. An open vote is named on its place. */
export function PhoneBar() {
  const room = useRoom();
  const { records } = room.stream;
  const voteOpen = [...records.of('vote').value.values()].some(vote => vote.state === 'open');
  const queue = waiting(records.of('speech').value).length;
  const places: [PhonePlace, IconName, string, string][] = [
    ['agenda', 'listOrdered', t().room.agenda, ''],
    ['paper', 'fileText', t().room.papers, ''],
    ['speak', 'hand', t().speaking.heading, queue ? String(queue) : ''],
    ['vote', 'vote', t().voting.heading, voteOpen ? '!' : ''],
    ['assistant', 'sparkles', t().assistant.heading, ''],
  ];
  return (
    <nav class="phone-bar">
      {places.map(([place, icon, word, mark]) => (
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
          </span>
          <span>{word}</span>
        </button>
      ))}
    </nav>
  );
}
