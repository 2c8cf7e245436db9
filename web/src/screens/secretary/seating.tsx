import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Tabs } from '../../ui/tabs';
import { LivePlan } from '../seats/live';
import { AssignSeats } from './assign-seats';

/** The plan as it lives, and who sits where. Before the meeting begins seating comes first. */
export function Seating({ stream }: { stream: Stream }) {
  const begun = stream.records.row('meeting', stream.id)?.state !== 'prepared';
  const [part, setPart] = useState<'live' | 'assign'>(begun ? 'live' : 'assign');
  const texts = t().seating;
  return (
    <div class="desk-wide stack">
      <h2>{t().seats.heading}</h2>
      <Tabs
        label={texts.tabs}
        tabs={[
          { name: 'live', word: texts.live, icon: 'eye' },
          { name: 'assign', word: texts.assign, icon: 'pencil' },
        ]}
        chosen={part}
        onChoose={setPart}
      >
        {part === 'live' ? <LivePlan stream={stream} /> : <AssignSeats stream={stream} />}
      </Tabs>
    </div>
  );
}
