import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { waiting } from '../../rules/queue';
import type { Stream } from '../../sync/stream';
import { layout } from '../../ui/layout';
import { type Tab, Tabs } from '../../ui/tabs';
import { TopBar } from '../parts/top-bar';
import { Room, RoomProvider } from '../room/state';
import type { ViewProps } from '../table';
import { Walls } from '../walls';
import { Agenda } from './agenda';
import { Ballots } from './ballots';
import { Foot } from './foot';
import { Now } from './now';
import { Queue } from './queue';
import '../../styles/desk.css';
import '../../styles/chair.css';

/** The chair's console: the agenda, what is going on now, who wants to speak and how they vote. */
export default function Console({ stream }: ViewProps) {
  const room = useMemo(() => new Room(stream), [stream]);
  useEffect(() => () => room.dispose(), [room]);
  const wide = layout.value === 'wide';
  return (
    <RoomProvider value={room}>
      <div class="console">
        <TopBar stream={stream} view="chair" />
        <div class={wide ? 'console-wide' : 'console-tall'}>
          {wide && (
            <nav class="console-agenda" aria-label={t().room.agenda}>
              <Agenda stream={stream} />
            </nav>
          )}
          <main class="console-now">
            <Now stream={stream} />
          </main>
          <aside class="console-side" aria-label={t().floor.heading}>
            <Side stream={stream} withAgenda={!wide} />
          </aside>
        </div>
        <Foot stream={stream} />
      </div>
    </RoomProvider>
  );
}

type Panel = 'agenda' | 'floor' | 'ballots' | 'walls';

function Side({ stream, withAgenda }: { stream: Stream; withAgenda: boolean }) {
  const [chosen, setChosen] = useState<Panel>('floor');
  const hands = waiting(stream.records.of('speech').value).length;
  const votes = [...stream.records.of('vote').value.values()].filter(
    vote => vote.state !== 'published',
  ).length;
  const tabs: Tab<Panel>[] = [
    { name: 'floor', word: t().floor.heading, icon: 'mic', count: hands },
    { name: 'ballots', word: t().ballots.heading, icon: 'vote', count: votes },
    { name: 'walls', word: t().walls.tab, icon: 'monitor' },
  ];
  if (withAgenda) {
    tabs.unshift({ name: 'agenda', word: t().room.agenda, icon: 'listOrdered' });
  }
  const shown = chosen === 'agenda' && !withAgenda ? 'floor' : chosen;
  return (
    <Tabs label={t().room.now} tabs={tabs} chosen={shown} onChoose={setChosen}>
      {shown === 'agenda' && <Agenda stream={stream} />}
      {shown === 'floor' && <Queue stream={stream} />}
      {shown === 'ballots' && <Ballots stream={stream} />}
      {shown === 'walls' && <Walls stream={stream} />}
    </Tabs>
  );
}
