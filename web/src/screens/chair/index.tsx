import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { layout } from '../../ui/layout';
import { TopBar } from '../parts/top-bar';
import { Room, RoomProvider } from '../room/state';
import type { ViewProps } from '../table';
import { Acts, type ActsProps, MeetingActs } from './acts';
import { Agenda } from './agenda';
import { Asked, type Asking } from './asking';
import { Foot } from './foot';
import { ForecastLine } from './forecast';
import { hand } from './hand';
import { KeyList } from './key-list';
import { useConsoleKeys } from './keys';
import { Now } from './now';
import { Side } from './side';
import '../../styles/desk.css';
import '../../styles/chair.css';
import '../../styles/console.css';
import '../../styles/positions.css';

/** The chair's console: the agenda, what is going on now, who wants to speak and how they vote. */
export default function Console({ stream }: ViewProps) {
  const room = useMemo(() => new Room(stream), [stream]);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [help, setHelp] = useState(false);
  const showHelp = useMemo(() => () => setHelp(true), []);
  useEffect(() => () => room.dispose(), [room]);
  useConsoleKeys(stream, setAsking, showHelp);
  const acts = <Acts stream={stream} onAsk={setAsking} />;
  return (
    <RoomProvider value={room}>
      <div class="console">
        <TopBar stream={stream} view="chair" />
        {layout.value === 'wide' ? (
          <Wide stream={stream}>{acts}</Wide>
        ) : (
          <Tall stream={stream} onAsk={setAsking} />
        )}
        {layout.value !== 'wide' && acts}
        <Foot stream={stream} onHelp={showHelp} />
        {asking && <Asked stream={stream} asking={asking} onClose={() => setAsking(null)} />}
        {help && <KeyList onClose={() => setHelp(false)} />}
      </div>
    </RoomProvider>
  );
}

/** Three columns; the big button lies below the middle and the side that the hand is on. */
function Wide({ stream, children }: { stream: Stream; children: ComponentChildren }) {
  return (
    <div class={`console-wide ${hand.value}-hand`}>
      <nav class="console-agenda" aria-label={t().room.agenda}>
        <ForecastLine stream={stream} />
        <Agenda stream={stream} />
      </nav>
      <main class="console-now">
        <Now stream={stream} />
      </main>
      {children}
      <aside class="console-side" aria-label={t().floor.heading}>
        <Side stream={stream} withAgenda={false} />
      </aside>
    </div>
  );
}

/** One below the other; the big button stays in sight below. */
function Tall({ stream, onAsk }: ActsProps) {
  return (
    <div class="console-tall">
      <main class="console-now">
        <Now stream={stream} />
      </main>
      {layout.value === 'phone' && (
        <div class="now-acts within">
          <MeetingActs stream={stream} onAsk={onAsk} />
        </div>
      )}
      <aside class="console-side" aria-label={t().floor.heading}>
        <Side stream={stream} withAgenda />
      </aside>
    </div>
  );
}
