import { useMemo } from 'preact/hooks';
import { t } from '../../i18n';
import { unpack } from '../../ink/points';
import type { StrokeRecord } from '../../records';
import { erased } from '../../rules/history';
import { around, type MarkEntry } from '../../rules/my-marks';
import type { Shown } from '../../rules/notes';
import { SHARED, sharedAlike } from '../../rules/sharing';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { InkWaits } from './ink-waits';
import { pageWords } from './note-card';
import { MarkAudience } from './share-dialog';
import { ShareInk } from './share-ink';
import { useRaise, useRoom } from './state';
import './cards.css';
import './ink-card.css';

/** The picture shows so many strokes; more of them would not be told apart in it. */
const MOST_SHOWN = 300;
const MARGIN = 60;

/** All strokes of one person on one page, with a small picture; a tap opens the page. */
export function InkCard({ entry }: { entry: MarkEntry & { kind: 'ink' } }) {
  const room = useRoom();
  const raise = useRaise();
  const { paper, page, version, strokes } = entry;
  const box = useMemo(
    () =>
      around(
        strokes.flatMap(({ row }) => unpack(row.points)),
        MARGIN,
      ),
    [strokes],
  );
  const own = entry.author === room.user.value;
  /** Lit when the page opens: a place to look at, and not a curtain over all of it. */
  const first = around(unpack(strokes[0]!.row.points), MARGIN);
  const waits = strokes.filter(({ delivery }) => delivery.state === 'waiting').length;
  const open = () => room.open(paper, page, [{ page, quads: [first] }], version);
  const remove = () =>
    room.marking.do(
      erased(
        paper,
        strokes.map(({ id, row }) => [id, row] as const),
      ),
    );
  const ask = () =>
    raise(close => (
      <Confirm
        question={t().ink.removeAsk(page)}
        detail={t().ink.removeDetail(strokes.length)}
        act={t().ink.removePage}
        kind="stop"
        onConfirm={remove}
        onClose={close}
      />
    ));
  return (
    <li class="said-card">
      <button type="button" class="ink-picture" onClick={open} aria-label={t().ink.page(page)}>
        <svg viewBox={`${box[0]} ${box[1]} ${box[2] - box[0]} ${box[3] - box[1]}`} aria-hidden="true">
          {strokes.slice(0, MOST_SHOWN).map(stroke => (
            <polyline
              key={stroke.id}
              class={stroke.row.colour}
              points={lineOf(stroke)}
              stroke-width={stroke.row.width}
            />
          ))}
        </svg>
      </button>
      <p class="quiet small">{t().ink.strokes(strokes.length)}</p>
      {own && <InkWaits version={version} page={page} />}
      {waits > 0 && (
        <Badge icon="clock" tone="warn">
          {t().link.waitingOne}
        </Badge>
      )}
      {own ? (
        <ShareInk version={version} page={page} />
      ) : (
        <MarkAudience author={entry.author} sharing={sharedAlike(strokes.map(({ row }) => row)) ?? SHARED} />
      )}
      <div class="row">
        <Button size="small" icon="bookOpenText" onClick={open}>
          {pageWords(room, entry)}
        </Button>
        {own && (
          <Button size="small" kind="quiet" icon="trash2" onClick={ask}>
            {t().ink.removePage}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Pressure is not seen in a picture as small as this, and thousands of outlines would keep the list waiting. */
function lineOf({ row }: Shown<StrokeRecord>): string {
  return unpack(row.points)
    .map(([x, y]) => `${x},${y}`)
    .join(' ');
}
