import type { Stream } from '../../sync/stream';
import { AgendaList } from './agenda-list';
import { Facts } from './facts';
import { Members } from './members';

/** Everything before the meeting but its papers: when and where, the agenda, who takes part. */
export function Prepare({ stream }: { stream: Stream }) {
  return (
    <div class="desk-narrow stack">
      <Facts stream={stream} />
      <AgendaList stream={stream} />
      <Members stream={stream} />
    </div>
  );
}
