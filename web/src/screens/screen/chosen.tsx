import { t } from '../../i18n';
import type { ItemRecord } from '../../records';
import { agenda, type Entry } from '../../rules/agenda';
import { callable, onFloor } from '../../rules/queue';
import { windowAround } from '../../rules/screens';
import { voteOnScreen } from '../../rules/votes';
import { ordersOf } from '../../sync/queue-orders';
import type { Stream } from '../../sync/stream';
import { Icon } from '../../ui/icon';
import { nameOf } from '../parts/person';
import { ItemTitle } from './scenes';
import { Speaker } from './speaker';
import { VotePanel } from './vote-panel';

const ITEMS = 6;
/** So few lines are written larger. */
const FEW = 5;
const HANDS = 4;
const ICONS = { waiting: 'circle', current: 'circleDot', done: 'circleCheck' } as const;

/** The agenda around the item under discussion. */
export function AgendaScene({ stream }: { stream: Stream }) {
  const items = agenda(stream.records.of('item').value);
  const here = items.findIndex(([, item]) => item.state === 'current');
  const numbered = items.map((entry, index) => ({ entry, number: index + 1 }));
  return (
    <ol class={`stage-agenda${items.length <= FEW ? ' few' : ''}`}>
      {windowAround(numbered, here, ITEMS).map(({ entry, number }) => (
        <Line key={entry[0]} entry={entry} number={number} />
      ))}
    </ol>
  );
}

function Line({ entry: [, item], number }: { entry: Entry<ItemRecord>; number: number }) {
  return (
    <li class={`stage-agenda-line ${item.state}`}>
      <Icon name={ICONS[item.state]} size={48} />
      <span class="figures">{number}.</span>
      <span class="stage-agenda-title">{item.title}</span>
      <span class="stage-agenda-state">
        {item.state === 'waiting' && item.minutes
          ? t().room.minutes(item.minutes)
          : t().room.itemState[item.state]}
      </span>
    </li>
  );
}

/** Who speaks, or who is about to. */
export function SpeakerScene({ stream }: { stream: Stream }) {
  const speeches = stream.records.of('speech').value;
  const speech = onFloor(speeches)?.[1];
  return (
    <>
      <ItemTitle stream={stream} size="small" />
      <div class="stage-parts">
        {speech ? <Speaker stream={stream} speech={speech} /> : <Waiting stream={stream} />}
      </div>
    </>
  );
}

function Waiting({ stream }: { stream: Stream }) {
  const { records } = stream;
  const [speeches, orders, queues] = [records.of('speech'), ordersOf(records), records.of('queue')];
  const hands = callable(speeches.value, orders.value, queues.value);
  const more = hands.length - HANDS;
  return (
    <div class="stage-still">
      <p class="stage-word">{t().walls.noSpeaker}</p>
      {hands.length > 0 && (
        <div class="stage-hands">
          <p class="stage-label">{t().walls.upNext}</p>
          <ol>
            {hands.slice(0, HANDS).map(([id, hand], index) => (
              <li key={id} class="figures">
                {index + 1}. {nameOf(stream, hand.user)}
              </li>
            ))}
          </ol>
          {more > 0 && <p class="stage-label">{t().walls.moreWaiting(more)}</p>}
        </div>
      )}
    </div>
  );
}

/** A vote without the speaker beside it. */
export function VoteScene({ stream }: { stream: Stream }) {
  const { records } = stream;
  const vote = voteOnScreen(records.of('vote').value, records.row('meeting', stream.id));
  return (
    <>
      <ItemTitle stream={stream} size="small" />
      <div class="stage-parts">
        {vote ? (
          <VotePanel stream={stream} vote={vote} />
        ) : (
          <div class="stage-still">
            <p class="stage-word">{t().walls.noVote}</p>
          </div>
        )}
      </div>
    </>
  );
}

/** Words from the desk, as large as they fit. */
export function Message({ text }: { text: string }) {
  const size =
    text.length > 160 ? 'long' : text.length > 60 ? 'middle' : text.length > 24 ? 'short' : 'brief';
  return (
    <div class="stage-still">
      <p class={`stage-message ${size}`}>{text}</p>
    </div>
  );
}
