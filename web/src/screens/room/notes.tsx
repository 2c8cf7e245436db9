import { t } from '../../i18n';
import type { NoteRecord } from '../../records';
import type { Shown } from '../../rules/notes';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/waiting';
import { DeliveryState } from '../parts/delivery';
import { nameOf } from '../parts/person';
import { ReviewCall } from './note-review';
import { type Room, useRoom } from './state';
import './cards.css';

/** Own notes and those shared by others, paper by paper; a tap opens the page. */
export function Notes() {
  const room = useRoom();
  const papers = byPaper(room.notes.value);
  if (room.notes.value.length === 0) {
    return <Empty icon="stickyNote">{t().notes.none}</Empty>;
  }
  return (
    <>
      <ReviewCall />
      {[...papers].map(([paper, notes]) => (
        <section key={paper} class="stack">
          <h3 class="panel-heading">{room.stream.records.row('paper', paper)?.title}</h3>
          <ul class="stack">
            {notes.map(note => (
              <Note key={note.id} note={note} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function byPaper(notes: readonly Shown<NoteRecord>[]): Map<string, Shown<NoteRecord>[]> {
  const papers = new Map<string, Shown<NoteRecord>[]>();
  for (const note of notes) {
    papers.set(note.row.paper, [...(papers.get(note.row.paper) ?? []), note]);
  }
  return papers;
}

function Note({ note: { id, row, delivery } }: { note: Shown<NoteRecord> }) {
  const room = useRoom();
  const own = row.author === room.user.value;
  const openPage = () => room.open(row.paper, row.page, [{ page: row.page, quads: row.quads }], row.version);
  return (
    <li class="said-card">
      <blockquote class={`passage short ${row.colour}`}>{row.exact}</blockquote>
      {row.text && <p class="said-text">{row.text}</p>}
      <NoteAudience own={own} shared={row.shared} author={nameOf(room.stream, row.author)} />
      {own && <Carried id={id} />}
      <DeliveryState delivery={delivery} />
      <div class="row">
        <Button size="small" icon="bookOpenText" onClick={openPage}>
          {pageWords(room, row)}
        </Button>
        {own && (
          <Button
            size="small"
            kind="quiet"
            icon="pencil"
            onClick={() => {
              room.note.value = id;
            }}
          >
            {t().common.edit}
          </Button>
        )}
      </div>
    </li>
  );
}

/** A note on an earlier version opens that version. */
function pageWords(room: Room, { paper, version, page }: NoteRecord): string {
  const { records } = room.stream;
  return records.row('paper', paper)?.version === version
    ? t().notes.openPage(page)
    : t().carried.onFormer(records.row('version', version)?.number ?? 1, page);
}

/** What became of the note in a later version; only its owner is told. */
function Carried({ id }: { id: string }) {
  const { records } = useRoom().stream;
  const placement = records.row('placement', id);
  if (!placement) {
    return null;
  }
  const number = records.row('version', placement.from_version)?.number ?? 1;
  switch (placement.state) {
    case 'kept':
      return null;
    case 'moved':
    case 'placed':
      return <Badge icon="history">{t().carried.moved(number, placement.from_page)}</Badge>;
    case 'stays':
      return <Badge icon="history">{t().carried.stays(number)}</Badge>;
    default:
      return (
        <Badge icon="triangleAlert" tone="warn">
          {t().carried.waits}
        </Badge>
      );
  }
}

export function NoteAudience({ own, shared, author }: { own: boolean; shared: boolean; author: string }) {
  if (!own) {
    return <Badge icon="users">{t().notes.sharedBy(author)}</Badge>;
  }
  return shared ? (
    <Badge icon="share2" tone="primary">
      {t().notes.sharedByYou}
    </Badge>
  ) : (
    <Badge icon="lock">{t().notes.own}</Badge>
  );
}
