import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ItemRecord, MeetingRecord } from '../../records';
import { agenda, spent } from '../../rules/agenda';
import { act } from '../../sync/cabinet';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Empty } from '../../ui/waiting';
import { StandingOn } from './positions';

const MINUTE = 60_000;
const ICONS = { waiting: 'circle', current: 'circleDot', done: 'circleCheck' } as const;

/** The agenda with planned and real minutes. A tap on an item offers to move there. */
export function Agenda({ stream }: { stream: Stream }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const meeting = stream.records.row('meeting', stream.id);
  const items = agenda(stream.records.of('item').value);
  if (!meeting || items.length === 0) {
    return <Empty icon="listOrdered">{t().room.noAgenda}</Empty>;
  }
  return (
    <ol class="plan">
      {items.map(([id, item], index) => (
        <li
          key={id}
          class={`plan-item ${item.state}`}
          aria-current={item.state === 'current' ? 'step' : undefined}
        >
          <button
            type="button"
            class="plan-button"
            aria-expanded={chosen === id}
            onClick={() => setChosen(chosen === id ? null : id)}
          >
            <span class="plan-number figures">{index + 1}</span>
            <span class="plan-words">
              <span class="plan-title">{item.title}</span>
              <span class="plan-facts">
                <Icon name={ICONS[item.state]} size={16} /> {t().room.itemState[item.state]} ·{' '}
                <Minutes item={item} current={id === meeting.item} meeting={meeting} />
              </span>
            </span>
          </button>
          {chosen === id && (
            <Chosen stream={stream} id={id} place={index + 1} onDone={() => setChosen(null)} />
          )}
        </li>
      ))}
    </ol>
  );
}

interface MinutesProps {
  item: ItemRecord;
  current: boolean;
  meeting: MeetingRecord;
}

/** Planned and real minutes; of all rows only this part redraws with the clock. */
function Minutes({ item, current, meeting }: MinutesProps) {
  const now = current ? tickingNow() : 0;
  const used = Math.floor(spent(item, current, meeting, now) / MINUTE);
  const planned = item.minutes ? t().room.minutes(item.minutes) : t().chair.unplanned;
  const over = item.minutes > 0 && used >= item.minutes;
  return (
    <span class="figures">
      {planned}
      {(used > 0 || item.state !== 'waiting') && (
        <>
          , <span class={over ? 'plan-over' : ''}>{t().chair.spent(used)}</span>
        </>
      )}
    </span>
  );
}

interface ChosenProps {
  stream: Stream;
  id: string;
  place: number;
  onDone: () => void;
}

function Chosen({ stream, id, place, onDone }: ChosenProps) {
  const { records } = stream;
  const item = records.row('item', id);
  const conclusion = records.row('conclusion', id)?.text;
  const meeting = records.row('meeting', stream.id);
  const movable = meeting?.state === 'running' && meeting.item !== id;
  const go = async () => {
    if (await act(stream.id, { type: 'agenda.go', item: id })) {
      onDone();
    }
  };
  return (
    <div class="plan-more">
      {item?.presenter && <p class="small quiet">{t().room.presenter(item.presenter)}</p>}
      <StandingOn stream={stream} item={id} />
      {conclusion && (
        <p class="small">
          <strong>{t().room.conclusion}:</strong> {conclusion}
        </p>
      )}
      {movable && (
        <Button kind="primary" wide icon="chevronRight" onClick={go}>
          {t().chair.goHere(place)}
        </Button>
      )}
    </div>
  );
}
