import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Reader } from '../../paper/types';
import { papersOf } from '../../rules/agenda';
import { placesOf } from '../../rules/packet';
import { IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { Empty } from '../../ui/waiting';
import { roomBeside } from './beside-room';
import { addressOf } from './memory';
import { inkOf, marksOf } from './paper-pane';
import { type OpenedVersion, useRoom } from './state';
import { NewerVersion } from './version-bar';
import './beside.css';

/** The second paper, on a screen that is wide enough for two; its version stays until the reader opens a newer one. */
export function Beside() {
  const room = useRoom();
  const second = room.beside.value;
  const paper = room.stream.records.row('paper', second?.paper);
  const version = room.stream.records.row('version', second?.version);
  const closed = paper?.state !== 'published' || paper.secret || version?.state !== 'ready';
  if (!second || !roomBeside.value || closed) {
    return null;
  }
  const renew = () => room.renewBeside(paper.version);
  return (
    <section class="beside" aria-label={t().finder.second(paper.title)}>
      <BesidePaper key={second.version} version={second.version} title={paper.title}>
        <NewerVersion read={second.version} newest={paper.version} onOpen={renew} />
      </BesidePaper>
    </section>
  );
}

/** Over the first paper while a second one lies beside it, so that both are named. */
export function FirstHead() {
  const room = useRoom();
  const paper = room.stream.records.row('paper', room.paper.value);
  const place = room.placeIn(room.version.value ?? '');
  if (!room.beside.value || !roomBeside.value || !paper) {
    return null;
  }
  return (
    <header class="beside-head">
      <span class="beside-title">{paper.title}</span>
      <span class="figures quiet beside-place">{place && t().tools.page(place.page, place.pages)}</span>
    </header>
  );
}

interface BesidePaperProps {
  version: string;
  title: string;
  children: ComponentChildren;
}

function BesidePaper({ version, title, children }: BesidePaperProps) {
  const room = useRoom();
  const [page] = useState(() => room.pageToOpen(version));
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
          name: title,
          rough: (room.stream.records.row('version', version)?.work ?? '') !== '',
          page,
          notes: marksOf(room, version),
          ink: inkOf(room, version),
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
  const ink = inkOf(room, version);
  useEffect(() => reader.current?.update({ ink }), [room.ink.value]);
  useEffect(() => reader.current?.update({ night }), [night]);
  const place = room.placeIn(version);
  return (
    <>
      <header class="beside-head">
        <span class="beside-title">{title}</span>
        <span class="figures quiet">{place && t().tools.page(place.page, place.pages)}</span>
        <IconButton icon="zoomOut" label={t().tools.smaller} onClick={() => reader.current?.zoomOut()} />
        <IconButton icon="zoomIn" label={t().tools.larger} onClick={() => reader.current?.zoomIn()} />
        <IconButton icon="refreshCw" label={t().finder.swap} onClick={() => room.swapBeside()} />
        <IconButton icon="x" label={t().finder.closeSecond} onClick={() => room.putBeside(null)} />
      </header>
      {children}
      <div class="reading" ref={host} />
    </>
  );
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
  const papers = placesOf(records.of('item').value, records.of('paper_group').value)
    .flatMap(place => papersOf(records.of('paper').value, place.id))
    .filter(([id, paper]) => paper.state === 'published' && !paper.secret && id !== room.paper.value);
  const choose = (second: OpenedVersion) => {
    room.putBeside(second);
    close();
  };
  return (
    <Dialog heading={t().finder.beside} onClose={close}>
      {papers.length === 0 && <Empty icon="fileText">{t().finder.noOther}</Empty>}
      <ul class="stack">
        {papers.map(([id, paper]) => (
          <li key={id}>
            <button
              type="button"
              class="rail-paper"
              onClick={() => choose({ paper: id, version: paper.version })}
            >
              <Icon name="fileText" />
              <span class="rail-paper-title">{paper.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
