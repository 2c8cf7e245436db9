import { useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { givenName } from '../../rules/names';
import { lineLetters, type SeatPlace, stageOf } from '../../rules/seats';
import type { Board, Look } from './board';
import { CELL, Mark } from './shapes';
import './plan.css';

export interface PlanProps {
  board: Board;
  /** Pixels of a cell; a wide one has room for given names. */
  cell: number;
  label: string;
  /** A seat that was chosen to be filled. */
  chosen?: string | undefined;
  onPick: (seat: string) => void;
}

/** A drawing has no tables: its groups are told to be one (WAI-ARIA grid pattern). */
export const GRID = { role: 'grid' } as const;
export const ROW = { role: 'row' } as const;
export const GRID_CELL = { role: 'gridcell' } as const;
export const UNSAID = { 'aria-hidden': true } as const;

/** From this width on a cell holds the given name of who sits there, at 15 px. */
export const NAMES_FROM = 80;

/** The whole plan as one drawing: a grid for the keyboard and the ear, one stop for the Tab key. */
export function Plan({ board, cell, label, chosen, onPick }: PlanProps) {
  const drawing = useRef<SVGSVGElement>(null);
  const [lines, columns] = [board.rows.length, board.rows[0]?.length ?? 0];
  const press = (event: KeyboardEvent) => {
    const seat = seatAt(event.target);
    if (seat && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      onPick(seat);
      return;
    }
    const to = seat && board.move(event.key);
    if (to) {
      event.preventDefault();
      drawing.current?.querySelector<SVGElement>(`[data-seat="${to}"]`)?.focus();
    }
  };
  const tap = (event: MouseEvent) => {
    const seat = seatAt(event.target);
    if (seat) {
      board.enter(seat);
      drawing.current?.querySelector<SVGElement>(`[data-seat="${seat}"]`)?.focus({ preventScroll: true });
      onPick(seat);
    }
  };
  return (
    <svg
      ref={drawing}
      class="seat-plan"
      {...GRID}
      aria-label={label}
      width={(columns + 1) * cell}
      height={lines * cell}
      viewBox={`0 0 ${(columns + 1) * CELL} ${lines * CELL}`}
      onClick={tap}
      onKeyDown={press}
    >
      <Stage rows={board.rows} />
      {byLine(board.seats).map(([line, seats]) => (
        <Line key={line} board={board} seats={seats} chosen={chosen} names={cell >= NAMES_FROM} />
      ))}
    </svg>
  );
}

function seatAt(target: EventTarget | null): string | undefined {
  return target instanceof Element
    ? (target.closest<SVGElement>('[data-seat]')?.dataset.seat ?? undefined)
    : undefined;
}

export function byLine(seats: readonly SeatPlace[]): [number, SeatPlace[]][] {
  const lines = new Map<number, SeatPlace[]>();
  for (const seat of seats) {
    const line = lines.get(seat.line);
    if (line) {
      line.push(seat);
    } else {
      lines.set(seat.line, [seat]);
    }
  }
  return [...lines];
}

/** Where the stage is, and the letters of the rows; both are said with every seat, so they are for the eye. */
export function Stage({ rows }: { rows: readonly string[] }) {
  const stage = stageOf(rows);
  return (
    <g {...UNSAID}>
      {stage && (
        <g transform={`translate(${(stage.column + 1) * CELL} ${stage.line * CELL})`}>
          <rect
            class="plan-stage"
            x="2"
            y="4"
            width={stage.columns * CELL - 4}
            height={stage.lines * CELL - 8}
            rx="8"
          />
          <text class="plan-stage-word" x={(stage.columns * CELL) / 2} y={(stage.lines * CELL) / 2 + 8}>
            {t().seats.stage}
          </text>
        </g>
      )}
      {lineLetters(rows).map((letters, line) => (
        <text key={`${line} ${letters}`} class="plan-letters" x="24" y={line * CELL + 31}>
          {letters}
        </text>
      ))}
    </g>
  );
}

interface LineProps {
  board: Board;
  seats: readonly SeatPlace[];
  chosen: string | undefined;
  names: boolean;
}

function Line({ board, seats, chosen, names }: LineProps) {
  return (
    <g {...ROW}>
      {seats.map(place => (
        <Seat key={place.name} board={board} place={place} names={names} chosen={place.name === chosen} />
      ))}
    </g>
  );
}

interface SeatProps {
  board: Board;
  place: SeatPlace;
  names: boolean;
  chosen: boolean;
}

/** Redrawn when its own look changes, and by nobody else's. */
function Seat({ board, place, names, chosen }: SeatProps) {
  const look = board.look(place.name).value;
  return (
    <g
      class={`seat${look.mine ? ' mine' : ''}${chosen ? ' chosen' : ''}`}
      {...GRID_CELL}
      tabindex={board.stopsAt(place.name).value ? 0 : -1}
      data-seat={place.name}
      data-mark={look.mark}
      aria-label={seatWords(place.name, look)}
      transform={`translate(${(place.column + 1) * CELL} ${place.line * CELL})`}
    >
      <rect class="seat-place" width={CELL} height={CELL} rx="8" />
      <g {...UNSAID} transform={names ? 'translate(7.5 1) scale(0.69)' : undefined}>
        <Mark mark={look.mark} />
      </g>
      {names && (
        <text class="seat-name" {...UNSAID} x="24" y="45">
          {givenName(look.name) || place.name}
        </text>
      )}
    </g>
  );
}

/** "C12: Nguyễn Văn An, có mặt". */
export function seatWords(seat: string, look: Look): string {
  const texts = t().seats;
  const said = look.user
    ? texts.cell(seat, look.name || t().common.formerMember, texts.marks[look.mark])
    : texts.freeCell(seat);
  return look.mine ? `${said}. ${texts.yours}` : said;
}
