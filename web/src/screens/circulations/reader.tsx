import { useEffect, useMemo } from 'preact/hooks';
import type { Stream } from '../../sync/stream';
import { Finder } from '../room/finder';
import { MarkBar } from '../room/mark-bar';
import { useForgetting } from '../room/memory';
import { NoteDialogs } from '../room/note-dialogs';
import { PaperPane } from '../room/paper-pane';
import { Raised } from '../room/raised';
import { Room, RoomProvider } from '../room/state';
import { Toolbar } from '../room/toolbar';
import '../room/room.css';

/** A paper of a circulation in the same reader as in a meeting: pages, search, own notes and ink. */
export function PaperReader({ stream, paper }: { stream: Stream; paper: string }) {
  const room = useMemo(() => new Room(stream), [stream]);
  useEffect(() => () => room.dispose(), [room]);
  useEffect(() => room.open(paper), [room, paper]);
  useForgetting(stream);
  return (
    <RoomProvider value={room}>
      <main class="room-paper circulation-reader">
        <div class={`paper-row${room.finder.value ? ' finding' : ''}`}>
          <Finder />
          <div class="paper-column">
            <PaperPane />
          </div>
        </div>
        <MarkBar />
        <Toolbar alone />
      </main>
      <NoteDialogs />
      <Raised />
    </RoomProvider>
  );
}
