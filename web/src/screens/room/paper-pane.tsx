import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { Shown as Sight } from '../../paper/region';
import type { InkMark, NewMark, NoteMark, PenLook, Reader, ReaderOptions } from '../../paper/types';
import type { NoteRecord, VersionRecord } from '../../records';
import type { Shown } from '../../rules/notes';
import { act, say } from '../../sync/cabinet';
import { layout } from '../../ui/layout';
import { Empty } from '../../ui/waiting';
import { inFront } from '../../vault';
import { reasonWords, remarkWords } from '../parts/remarks';
import { addressOf } from './memory';
import { fitting } from './note-dialogs';
import { PlacingBar } from './note-review';
import { Rail } from './rail';
import { ScreenMark, useNoCopies, ViewOnly } from './secret-paper';
import { audienceWords } from './share-dialog';
import { type Room, useRoom } from './state';
import { VersionBar } from './version-bar';

/** The paper in the middle: the reader while there is something to read, else a sentence why not. */
export function PaperPane() {
  const room = useRoom();
  const id = room.paper.value;
  const paper = room.stream.records.row('paper', id);
  const shown = room.version.value;
  const version = room.stream.records.row('version', shown);
  if (!id) {
    return <Choice />;
  }
  if (!paper || paper.state === 'recalled') {
    const why = room.stream.records.row('recalled', id);
    const words = why ? t().paperWork.recalledOpen(why.title, why.reason) : t().room.recalled;
    return (
      <div class="reading-gone" role="status">
        <Empty icon="rotateCcw">{words}</Empty>
      </div>
    );
  }
  if (!version || !shown || version.state === 'processing') {
    return <Empty icon="clock">{t().room.processing}</Empty>;
  }
  if (version.state === 'failed') {
    return <Empty icon="circleAlert">{t().room.unreadable(reasonWords(version))}</Empty>;
  }
  return <Reading key={`${id} ${paper.secret}`} version={shown} row={version} secret={paper.secret} />;
}

/** Where the agenda is not beside the paper, it takes the paper's place until one is chosen. */
function Choice() {
  if (layout.value !== 'tall') {
    return <Empty icon="bookOpenText">{t().room.choosePaper}</Empty>;
  }
  return (
    <div class="reading-choice">
      <p class="quiet">{t().room.choosePaper}</p>
      <h2 class="visually-hidden">{t().room.agenda}</h2>
      <Rail />
    </div>
  );
}

interface ReadingProps {
  version: string;
  row: VersionRecord;
  secret: boolean;
}

function Reading({ version, row, secret }: ReadingProps) {
  const room = useRoom();
  const host = useRef<HTMLDivElement>(null);
  const reader = useRef<Reader | null>(null);
  const notes = marksOf(room, version);
  useNoCopies(secret);
  const ink = inkOf(room, version);
  const mode = toolOf(room);
  const pen = penOf(room);
  const lit = room.lit.value;
  const night = room.night.value;
  useEffect(() => {
    let wanted = true;
    void inFront(() => import('../../paper')).then(({ mountReader }) => {
      if (wanted && host.current) {
        reader.current = mountReader(host.current, optionsOf(room, room.version.peek() ?? version, secret));
        room.reader = reader.current;
        room.leading.land();
        room.leading.moved();
      }
    });
    return () => {
      wanted = false;
      room.readings.leave();
      room.laidOut.value = '';
      reader.current?.destroy();
      reader.current = null;
      room.reader = null;
    };
  }, []);
  useEffect(() => {
    reader.current?.update({
      url: addressOf(version, secret),
      version,
      rough: isRough(room, version),
      page: room.pageToOpen(version),
      onPage: pageTurner(room, version),
      onView: viewer(room, version),
    });
  }, [version]);
  useEffect(() => reader.current?.update({ notes }), [JSON.stringify(notes)]);
  useEffect(() => reader.current?.update({ rough: row.work !== '' }), [row.work]);
  useEffect(() => reader.current?.update({ ink }), [room.ink.value, version]);
  useEffect(() => reader.current?.update({ mode, pen }), [mode, pen.colour, pen.width, pen.fingers]);
  useEffect(() => reader.current?.update({ lit }), [lit]);
  useEffect(() => reader.current?.update({ night }), [night]);
  return (
    <>
      <VersionBar />
      <PlacingBar />
      {row.warnings.length > 0 && <Warnings warnings={row.warnings} />}
      {secret && <ViewOnly />}
      <div class="reading" ref={host} />
      {secret && <ScreenMark />}
    </>
  );
}

function Warnings({ warnings }: { warnings: string[] }) {
  return (
    <details class="reading-warnings">
      <summary>{t().room.warnings}</summary>
      <ul>
        {warnings.map(warning => (
          <li key={warning}>{remarkWords(warning)}</li>
        ))}
      </ul>
    </details>
  );
}

function optionsOf(room: Room, version: string, secret: boolean): ReaderOptions {
  return {
    url: addressOf(version, secret),
    version,
    rough: isRough(room, version),
    page: room.pageToOpen(version),
    notes: marksOf(room, version),
    lit: room.lit.peek(),
    ink: inkOf(room, version),
    mode: toolOf(room),
    pen: penOf(room),
    night: room.night.peek(),
    onPage: pageTurner(room, version),
    onView: viewer(room, version),
    onTouch: () => room.leading.touched(),
    onMark: mark => void marked(room, mark),
    onStroke: (stroke, drawnOn) => room.marking.drawn(drawnOn, stroke),
    onErase: (strokes, drawnOn) => room.marking.erased(drawnOn, strokes),
    onRub: (strokes, drawnOn) => room.marking.rubbed(drawnOn, strokes),
    onPen: () => room.marking.pen(),
    onNoteTap: id => {
      room.note.value = id;
    },
  };
}

function isRough(room: Room, version: string): boolean {
  return (room.stream.records.row('version', version)?.work ?? '') !== '';
}

/** A mark is a new note, or the new place of one that is being put by hand. */
async function marked(room: Room, mark: NewMark): Promise<void> {
  const note = room.placing.peek();
  const version = room.version.peek();
  if (!note || !version) {
    room.mark.value = mark;
    return;
  }
  if (await act(room.stream.id, { type: 'note.place', note, version, ...fitting(mark) })) {
    room.placing.value = null;
    room.mode.value = 'read';
    say(t().carried.placed);
  }
}

function pageTurner(room: Room, version: string) {
  return (page: number, pages: number) => room.turned(version, page, pages);
}

function viewer(room: Room, version: string) {
  return (shown: Sight, inSight: number[], pages: number) => {
    room.leading.moved();
    room.readings.look(version, pages, inSight, shown.page);
  };
}

/** The notes on one version, as the reader draws them. */
export function marksOf(room: Room, version: string): NoteMark[] {
  return room.notes.value.filter(({ row }) => row.version === version).map(shown => markOf(room, shown));
}

/** The strokes on one version, as the reader draws them. */
export function inkOf(room: Room, version: string): InkMark[] {
  const me = room.user.value;
  return room.ink.value
    .filter(({ row }) => row.version === version)
    .map(({ id, row: { page, colour, width, points, author }, delivery }) => ({
      id,
      page,
      colour,
      width,
      points,
      own: author === me,
      pending: delivery.state !== 'sent',
    }));
}

function toolOf(room: Room): ReaderOptions['mode'] {
  const mode = room.mode.value;
  return mode === 'draw' ? room.marking.tool.value : mode;
}

function penOf({ marking }: Room): PenLook {
  return { colour: marking.colour.value, width: marking.width.value, fingers: marking.fingers.value };
}

function markOf(room: Room, { id, row, delivery }: Shown<NoteRecord>): NoteMark {
  const own = row.author === room.user.value;
  const who = own && !row.shared ? t().notes.heading : audienceWords(room, row.author, row);
  return {
    id,
    page: row.page,
    quads: row.quads,
    colour: row.colour,
    own,
    shared: row.shared,
    pending: delivery.state !== 'sent',
    label: t().notes.label(who, row.text),
  };
}
