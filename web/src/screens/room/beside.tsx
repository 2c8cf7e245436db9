import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { Reader } from '../../paper/types';
import { papersOf } from '../../rules/agenda';
import { IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { roomBeside } from './beside-room';
import { addressOf } from './memory';
import { marksOf } from './paper-pane';
import { type Room, useRoom } from './state';
import './beside.css';

/** The second paper, on a screen that is wide enough for two. */
export function Beside() {
  const room = useRoom();
  const id = room.beside.value;
  const paper = room.stream.records.row('paper', id);
  const version = room.stream.records.row('version', paper?.version);
  const closed = paper?.state !== 'published' || paper.secret || version?.state !== 'ready';
  if (!id || !roomBeside.value || closed) {
    return null;
  }
  return (
    <section class="beside" aria-label={t().finder.second(paper.title)}>
      <BesidePaper key={paper.version} version={paper.version} title={paper.title} />
    </section>
  );
}

function BesidePaper({ version, title }: { version: string; title: string }) {
  const room = useRoom();
  const host = useRef<HTMLDivElement>(null);
  const reader = useRef<Reader | null>(null);
  const notes = marksOf(room, version);
  const night = room.night.value;
  useEffect(() => {
    let wanted = true;
    void import('../../paper').then(({ mountReader }) => {
      if (wanted && host.current) {
        reader.current = mountReader(host.current, {
          url: addressOf(version),
          version,
          page: room.pageToOpen(version),
          notes: marksOf(room, version),
          mode: 'read',
          night: room.night.peek(),
          onPage: (page, pages) => room.turned(version, page, pages),
          onMark: () => {},
          onNoteTap: note => {
            room.note.value = note;
          },
        });
      }
    });
    return () => {
      wanted = false;
      reader.current?.destroy();
      reader.current = null;
    };
  }, []);
  useEffect(() => reader.current?.update({ notes }), [JSON.stringify(notes)]);
  useEffect(() => reader.current?.update({ night }), [night]);
  const place = room.placeIn(version);
  return (
    <>
      <header class="beside-head">
        <span class="beside-title">{title}</span>
        <span class="figures quiet">{place && t().tools.page(place.page, place.pages)}</span>
        <IconButton icon="zoomOut" label={t().tools.smaller} onClick={() => reader.current?.zoomOut()} />
        <IconButton icon="zoomIn" label={t().tools.larger} onClick={() => reader.current?.zoomIn()} />
        <IconButton icon="refreshCw" label={t().finder.swap} onClick={() => swap(room)} />
        <IconButton icon="x" label={t().finder.closeSecond} onClick={() => room.putBeside(null)} />
      </header>
      <div class="reading" ref={host} />
    </>
  );
}

function swap(room: Room): void {
  const [first, second] = [room.paper.peek(), room.beside.peek()];
  if (first && second) {
    room.beside.value = first;
    room.open(second);
  }
}

/** Which paper shall lie beside the open one. */
export function ChooseBeside() {
  const room = useRoom();
  if (!room.choosingBeside.value) {
    return null;
  }
  const { records } = room.stream;
  const close = () => {
    room.choosingBeside.value = false;
  };
  const items = [...records.of('item').value].sort(([, a], [, b]) => a.position - b.position);
  const papers = items
    .flatMap(([item]) => papersOf(records.of('paper').value, item))
    .filter(([id, paper]) => paper.state === 'published' && !paper.secret && id !== room.paper.value);
  const choose = (paper: string) => {
    room.putBeside(paper);
    close();
  };
  return (
    <Dialog heading={t().finder.beside} onClose={close}>
      <ul class="stack">
        {papers.map(([id, paper]) => (
          <li key={id}>
            <button type="button" class="rail-paper" onClick={() => choose(id)}>
              <Icon name="fileText" />
              <span class="rail-paper-title">{paper.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
