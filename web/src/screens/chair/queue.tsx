import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { QueueName, QueueRecord, SpeechRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { spoken, waiting } from '../../rules/queue';
import { spokenFor, usedOn } from '../../rules/talk-time';
import { elapsed, time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Person } from '../parts/person';
import { aboutWords } from '../parts/talk-words';
import { QueueRule } from './queue-rule';
import { TalkTimes } from './talk-times';
import { WaitingLine } from './waiting-line';
import './queue.css';
import { ordersOf } from '../../sync/queue-orders';

/** So many are in sight at once; nobody calls the hundredth before the first. */
const MANY = 50;

/** One of the two queues: its gate and rule, who waits and in which order, and who has spoken already. */
export function Queue({ stream, queue }: { stream: Stream; queue: QueueName }) {
  const [all, setAll] = useState(false);
  const speeches = stream.records.of('speech').value;
  const meeting = stream.records.row('meeting', stream.id);
  const row = stream.records.row('queue', queue);
  const entries = waiting(speeches, ordersOf(stream.records).value.get(queue));
  if (!row || !meeting) {
    return null;
  }
  return (
    <>
      {meeting.state !== 'ended' && (
        <>
          <Gate stream={stream} queue={queue} state={row.state} />
          <QueueRule stream={stream} queue={queue} row={row} />
          <ItemTime stream={stream} queue={queue} row={row} />
        </>
      )}
      <h3>{t().floor.waiting(entries.length)}</h3>
      {entries.length === 0 && <p class="quiet small">{t().floor.nobody}</p>}
      <ol class="hands">
        {(all ? entries : entries.slice(0, MANY)).map((entry, index) => (
          <WaitingLine
            key={entry[0]}
            stream={stream}
            queue={row}
            speech={entry[0]}
            row={entry[1]}
            place={index + 1}
            last={index === entries.length - 1}
            callable={meeting.state === 'running' && stream.role.value === 'chair'}
          />
        ))}
      </ol>
      {!all && entries.length > MANY && (
        <Button size="small" icon="chevronDown" onClick={() => setAll(true)}>
          {t().floor.allWaiting(entries.length)}
        </Button>
      )}
      <Spoken stream={stream} entries={spoken(speeches, queue)} />
      <TalkTimes stream={stream} />
    </>
  );
}

const GATES = ['open', 'paused', 'closed'] as const;
const GATE_ICONS = { open: 'play', paused: 'pause', closed: 'lock' } as const;

function Gate({ stream, queue, state }: { stream: Stream; queue: QueueName; state: QueueRecord['state'] }) {
  const words = t().voices;
  return (
    <div>
      <fieldset class="gate">
        <legend class="visually-hidden">{words.gateOf(words.queues[queue])}</legend>
        {GATES.map(gate => (
          <Button
            key={gate}
            size="small"
            icon={GATE_ICONS[gate]}
            pressed={gate === state}
            onClick={() => act(stream.id, { type: 'speakers.set', queue, state: gate })}
          >
            {words.gates[gate]}
          </Button>
        ))}
      </fieldset>
      <p class="small quiet">{words.gateSaid[state]}</p>
    </div>
  );
}

/** What the queue has used of the time that was declared for an item. */
function ItemTime({ stream, queue, row }: { stream: Stream; queue: QueueName; row: QueueRecord }) {
  const item = stream.records.row('meeting', stream.id)?.item ?? null;
  if (row.item_seconds === 0 || item === null) {
    return null;
  }
  const all = row.item_seconds * 1000;
  const used = usedOn(item, queue, stream.records.of('speech').value, tickingNow());
  const over = used > all ? ` · ${t().voices.itemOver(elapsed(used - all))}` : '';
  return (
    <p class={`small figures ${over ? 'plan-over' : 'quiet'}`}>
      {t().voices.itemUsed(elapsed(used), elapsed(all))}
      {over}
    </p>
  );
}

function Spoken({ stream, entries }: { stream: Stream; entries: Entry<SpeechRecord>[] }) {
  if (entries.length === 0) {
    return null;
  }
  return (
    <details class="missing">
      <summary>{t().floor.spoken(entries.length)}</summary>
      <ol class="hands">
        {entries.map(([speech, row]) => (
          <li key={speech} class="hand">
            <div class="hand-words">
              <Person stream={stream} user={row.user} />
              <p class="small">{aboutWords(stream, row)}</p>
              <p class="small quiet figures">
                {t().floor.spokenAt(time(row.called_at ?? 0), elapsed(spokenFor(row, 0)))}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </details>
  );
}
