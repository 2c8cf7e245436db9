import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { go } from '../../route';
import { type Block, blocksOf, type Piece, type Row, type Side, sideOf } from '../../rules/changes';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { asked } from '../room/asked';

interface RowsProps {
  stream: Stream;
  fresh: string;
  old: string;
  rows: Row[];
  side: boolean;
  all: boolean;
  at: number;
}

/** The paper from top to bottom: each change with its kind in words, long unchanged stretches folded. */
export function Rows(props: RowsProps) {
  const { stream, fresh, old, rows, side, all, at } = props;
  const open = (version: string, place: Side) => {
    const paper = stream.records.row('version', version)?.paper;
    if (paper) {
      const lit = [{ page: place.page, quads: place.quads }];
      asked.value = { paper, version, page: place.page, lit };
      go(`/meeting/${stream.id}/room`);
    }
  };
  return (
    <div class={`changes-rows ${side ? 'side' : 'inline'}`}>
      {blocksOf(rows).map(block =>
        block.kind === 'rest' ? (
          <Rest key={block.index} rows={block.rows} side={side} open={all} />
        ) : (
          <Changed
            key={block.index}
            block={block}
            side={side}
            current={block.number > 0 && block.number === at}
            onOpen={(which, place) => open(which === 'old' ? old : fresh, place)}
          />
        ),
      )}
    </div>
  );
}

function Rest({ rows, side, open }: { rows: Row[]; side: boolean; open: boolean }) {
  const [unfolded, setUnfolded] = useState(false);
  if (!open && !unfolded) {
    return (
      <button type="button" class="changes-rest" onClick={() => setUnfolded(true)}>
        {t().changes.same(rows.length)}
      </button>
    );
  }
  return (
    <div class="changes-same">
      {rows.map((row, index) => (
        <div key={index} class="changes-texts">
          <p>
            <Pieces pieces={row.pieces} />
          </p>
          {side && (
            <p>
              <Pieces pieces={row.pieces} />
            </p>
          )}
        </div>
      ))}
    </div>
  );
}

interface ChangedProps {
  block: Extract<Block, { kind: 'row' }>;
  side: boolean;
  current: boolean;
  onOpen: (which: 'old' | 'new', place: Side) => void;
}

function Changed({ block: { row, number }, side, current, onOpen }: ChangedProps) {
  const element = useRef<HTMLElement>(null);
  const words = t().changes;
  useEffect(() => {
    if (current) {
      element.current?.scrollIntoView({ block: 'center', behavior: 'instant' });
      element.current?.focus({ preventScroll: true });
    }
  }, [current]);
  return (
    <article
      ref={element}
      tabIndex={-1}
      class={`changes-row ${row.kind}`}
      aria-current={current ? 'true' : undefined}
      aria-label={number ? `${words.nthOnly(number)}: ${words.kinds[row.kind]}` : words.kinds[row.kind]}
    >
      <div class="changes-row-head">
        <strong>
          {number > 0 && <span class="figures">{number}. </span>}
          {words.kinds[row.kind]}
        </strong>
        <span class="row">
          <ToPage which="old" place={row.old} onOpen={onOpen} />
          <ToPage which="new" place={row.new} onOpen={onOpen} />
        </span>
      </div>
      {side ? (
        <div class="changes-texts">
          <p class="old">{row.old ? <Pieces pieces={sideOf(row.pieces, 'old')} /> : <None />}</p>
          <p class="new">{row.new ? <Pieces pieces={sideOf(row.pieces, 'new')} /> : <None />}</p>
        </div>
      ) : (
        <p>
          <Pieces pieces={row.pieces} />
        </p>
      )}
    </article>
  );
}

function None() {
  return <span class="quiet small">{t().changes.nothing}</span>;
}

interface ToPageProps {
  which: 'old' | 'new';
  place: Side | null;
  onOpen: (which: 'old' | 'new', place: Side) => void;
}

function ToPage({ which, place, onOpen }: ToPageProps) {
  return place ? (
    <Button size="small" kind="quiet" onClick={() => onOpen(which, place)}>
      {which === 'old' ? t().changes.oldPage(place.page) : t().changes.newPage(place.page)}
    </Button>
  ) : null;
}

/** Removed words are struck through, added ones underlined, moved ones dotted and with an arrow; not by colour alone. */
function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece, index) => (
        <PieceOf key={index} piece={piece} />
      ))}
    </>
  );
}

function PieceOf({ piece: [op, text, cell] }: { piece: Piece }) {
  const space = cell ? ' │ ' : ' ';
  switch (op) {
    case '-':
      return (
        <>
          {space}
          <del>{text}</del>
        </>
      );
    case '+':
      return (
        <>
          {space}
          <ins>{text}</ins>
        </>
      );
    case '<':
      return (
        <>
          {space}
          <del class="moved">↗ {text}</del>
        </>
      );
    case '>':
      return (
        <>
          {space}
          <ins class="moved">↘ {text}</ins>
        </>
      );
    default:
      return (
        <>
          {space}
          {text}
        </>
      );
  }
}
