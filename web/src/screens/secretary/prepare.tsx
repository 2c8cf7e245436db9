import type { Stream } from '../../sync/stream';
import { AgendaList } from './agenda-list';
import { Facts } from './facts';
import { Members } from './members';
import { RoomRules } from './room-rules';

/** Everything before the meeting but its papers: when and where, the agenda, who takes part, by which rules. */
export function Prepare({ stream }: { stream: Stream }) {
  return (
    <div class="desk-narrow stack">
      <Facts stream={stream} />
      <AgendaList stream={stream} />
      <Members stream={stream} />
      <RoomRules stream={stream} />
    </div>
  );
}
