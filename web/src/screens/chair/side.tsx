import { signal } from '@preact/signals';
import { t } from '../../i18n';
import type { QueueName } from '../../records';
import { ordersOf } from '../../sync/queue-orders';
import type { Stream } from '../../sync/stream';
import { type Tab, Tabs } from '../../ui/tabs';
import { Walls } from '../walls';
import { Agenda } from './agenda';
import { Ballots } from './ballots';
import { ForecastLine } from './forecast';
import { CommonVoteOffer } from './positions';
import { Presenting } from './presented';
import { Queue } from './queue';

export type Panel = 'agenda' | QueueName | 'ballots' | 'walls';

/** Which of the tabs is open; keys open them too. */
export const panel = signal<Panel>('speakers');

/** Who wants to speak, the votes, the big screens; in an upright console the agenda as well. */
export function Side({ stream, withAgenda }: { stream: Stream; withAgenda: boolean }) {
  const shown = panel.value === 'agenda' && !withAgenda ? 'speakers' : panel.value;
  const waiting = (queue: QueueName) => ordersOf(stream.records).value.get(queue)?.places.length ?? 0;
  const tabs: Tab<Panel>[] = [
    { name: 'speakers', word: t().voices.queues.speakers, icon: 'mic', count: waiting('speakers') },
    {
      name: 'questions',
      word: t().voices.queues.questions,
      icon: 'messageSquare',
      count: waiting('questions'),
    },
    { name: 'ballots', word: t().ballots.heading, icon: 'vote', count: votesToCome(stream) },
    { name: 'walls', word: t().walls.tab, icon: 'monitor' },
  ];
  if (withAgenda) {
    tabs.unshift({ name: 'agenda', word: t().room.agenda, icon: 'listOrdered' });
  }
  return (
    <Tabs
      label={t().room.now}
      tabs={tabs}
      chosen={shown}
      onChoose={name => {
        panel.value = name;
      }}
    >
      {shown === 'agenda' && (
        <>
          <ForecastLine stream={stream} />
          <Agenda stream={stream} />
        </>
      )}
      {(shown === 'speakers' || shown === 'questions') && <Queue key={shown} stream={stream} queue={shown} />}
      {shown === 'ballots' && (
        <>
          <CommonVoteOffer stream={stream} />
          <Ballots stream={stream} />
        </>
      )}
      {shown === 'walls' && (
        <>
          <Presenting stream={stream} />
          <Walls stream={stream} />
        </>
      )}
    </Tabs>
  );
}

/** Votes that the chair still has something to do with; after the end none will be opened any more. */
function votesToCome(stream: Stream): number {
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  const wanted = ended ? ['open', 'closed'] : ['prepared', 'open', 'closed'];
  return [...stream.records.of('vote').value.values()].filter(vote => wanted.includes(vote.state)).length;
}
