import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { layout } from '../../ui/layout';
import { TopBar } from '../parts/top-bar';
import { Raised } from '../room/raised';
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
  return (
    <RoomProvider value={room}>
      <div class="console">
        <TopBar stream={stream} view="chair" />
        <Columns stream={stream} onAsk={setAsking} />
        {layout.value !== 'wide' && <Acts stream={stream} onAsk={setAsking} />}
        <Foot stream={stream} onHelp={showHelp} />
        {asking && <Asked stream={stream} asking={asking} onClose={() => setAsking(null)} />}
        <Raised />
        {help && <KeyList onClose={() => setHelp(false)} />}
      </div>
    </RoomProvider>
  );
}

/**
 * Three columns, with the big button below the middle and the side that the hand is on; upright one below the other, and
 * the big button stays in sight below. The parts keep their keys: a half-written vote outlives a turn of the tablet.
 */
function Columns({ stream, onAsk }: ActsProps) {
  const wide = layout.value === 'wide';
  return (
    <div class={wide ? `console-wide ${hand.value}-hand` : 'console-tall'}>
      {wide && (
        <nav key="agenda" class="console-agenda" aria-label={t().room.agenda}>
          <ForecastLine stream={stream} />
          <Agenda stream={stream} />
        </nav>
      )}
      <main key="now" class="console-now">
        <Now stream={stream} />
      </main>
      {wide && <Acts key="acts" stream={stream} onAsk={onAsk} />}
      {layout.value === 'phone' && (
        <div key="within" class="now-acts within">
          <MeetingActs stream={stream} onAsk={onAsk} />
        </div>
      )}
      <aside key="side" class="console-side" aria-label={t().floor.heading}>
        <Side stream={stream} withAgenda={!wide} />
      </aside>
    </div>
  );
}
