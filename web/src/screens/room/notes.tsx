import { t } from '../../i18n';
import type { NoteRecord } from '../../records';
import type { Shown } from '../../rules/notes';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/waiting';
import { DeliveryState } from '../parts/delivery';
import { nameOf } from '../parts/person';
import { useRoom } from './state';
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
  const current = room.stream.records.row('paper', row.paper)?.version === row.version;
  const own = row.author === room.user.value;
  const openPage = () => room.open(row.paper, row.page, [{ page: row.page, quads: row.quads }]);
  return (
    <li class="said-card">
      <blockquote class={`passage short ${row.colour}`}>{row.exact}</blockquote>
      {row.text && <p class="said-text">{row.text}</p>}
      <NoteAudience own={own} shared={row.shared} author={nameOf(room.stream, row.author)} />
      <DeliveryState delivery={delivery} />
      <div class="row">
        {current ? (
          <Button size="small" icon="bookOpenText" onClick={openPage}>
            {t().notes.openPage(row.page)}
          </Button>
        ) : (
          <span class="quiet small">{t().notes.formerVersion}</span>
        )}
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
