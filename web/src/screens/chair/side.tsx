import { signal } from '@preact/signals';
import { t } from '../../i18n';
import { waiting } from '../../rules/queue';
import type { Stream } from '../../sync/stream';
import { type Tab, Tabs } from '../../ui/tabs';
import { Walls } from '../walls';
import { Agenda } from './agenda';
import { Ballots } from './ballots';
import { Queue } from './queue';

export type Panel = 'agenda' | 'floor' | 'ballots' | 'walls';

/** Which of the tabs is open; keys open them too. */
export const panel = signal<Panel>('floor');

/** Who wants to speak, the votes, the big screens; in an upright console the agenda as well. */
export function Side({ stream, withAgenda }: { stream: Stream; withAgenda: boolean }) {
  const shown = panel.value === 'agenda' && !withAgenda ? 'floor' : panel.value;
  const tabs: Tab<Panel>[] = [
    {
      name: 'floor',
      word: t().floor.heading,
      icon: 'mic',
      count: waiting(stream.records.of('speech').value).length,
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
      {shown === 'agenda' && <Agenda stream={stream} />}
      {shown === 'floor' && <Queue stream={stream} />}
      {shown === 'ballots' && <Ballots stream={stream} />}
      {shown === 'walls' && <Walls stream={stream} />}
    </Tabs>
  );
}

/** Votes that the chair still has something to do with; after the end none will be opened any more. */
function votesToCome(stream: Stream): number {
  const ended = stream.records.row('meeting', stream.id)?.state === 'ended';
  const wanted = ended ? ['open', 'closed'] : ['prepared', 'open', 'closed'];
  return [...stream.records.of('vote').value.values()].filter(vote => wanted.includes(vote.state)).length;
}
