import { t } from '../../i18n';
import type { NoteRecord } from '../../records';
import type { Shown } from '../../rules/notes';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { DeliveryState } from '../parts/delivery';
import { MarkAudience } from './share-dialog';
import { type Room, useRoom } from './state';
import './cards.css';

/** A marked passage in the list, with its words; a tap opens its page. */
export function NoteCard({ note: { id, row, delivery } }: { note: Shown<NoteRecord> }) {
  const room = useRoom();
  const own = row.author === room.user.value;
  const openPage = () => room.open(row.paper, row.page, [{ page: row.page, quads: row.quads }], row.version);
  return (
    <li class="said-card">
      <blockquote class={`passage short ${row.colour}`}>{row.exact}</blockquote>
      {row.text && <p class="said-text">{row.text}</p>}
      <MarkAudience author={row.author} sharing={row} />
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

/** A mark on an earlier version opens that version. */
export function pageWords(
  room: Room,
  { paper, version, page }: Pick<NoteRecord, 'paper' | 'version' | 'page'>,
): string {
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
