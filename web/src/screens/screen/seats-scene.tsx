import { useComputed } from '@preact/signals';
import { t } from '../../i18n';
import type { SeatMark } from '../../rules/seat-looks';
import { voteNow } from '../../rules/votes';
import type { Stream } from '../../sync/stream';
import { type Board, marksOf, type View } from '../seats/board';
import { MarkPicture, useBoard } from '../seats/live';
import { Stage } from '../seats/plan';
import { CELL, Mark } from '../seats/shapes';
import { ItemTitle } from './scenes';
import '../seats/plan.css';

/** Who is here, by seat; once an open vote of the present item is published, who voted how. */
export function SeatsScene({ stream }: { stream: Stream }) {
  const plan = stream.records.row('seat_plan', stream.id);
  if (!plan) {
    return (
      <div class="stage-still">
        <p class="stage-word">{t().seats.none}</p>
      </div>
    );
  }
  return <Seats key={plan.rows.join('\n')} stream={stream} rows={plan.rows} />;
}

function Seats({ stream, rows }: { stream: Stream; rows: readonly string[] }) {
  const view = useComputed<View>(() => viewOf(stream));
  const board = useBoard(stream, rows, view, '');
  const vote = stream.records.row('vote', view.value);
  return (
    <>
      {vote ? <h2 class="stage-item small">{vote.question}</h2> : <ItemTitle stream={stream} size="small" />}
      <div class="stage-seats">
        <WallPlan board={board} />
        <Legend board={board} marks={marksOf(stream, view.value)} />
      </div>
    </>
  );
}

/** While a vote is open the wall goes on showing who is here: who has voted is the desk's to know. */
function viewOf({ id, records }: Stream): View {
  const now = voteNow(records.of('vote').value, records.row('meeting', id));
  return now && records.row('roll_call', now[0]) ? now[0] : '';
}

/** Drawn as large as its place allows; the legend says it in words. */
function WallPlan({ board }: { board: Board }) {
  const [lines, columns] = [board.rows.length, board.rows[0]?.length ?? 0];
  return (
    <svg
      class="seat-plan wall-plan"
      role="img"
      aria-label={t().seats.heading}
      viewBox={`0 0 ${(columns + 1) * CELL} ${lines * CELL}`}
    >
      <Stage rows={board.rows} />
      {board.seats.map(({ name, line, column }) => (
        <WallSeat key={name} board={board} seat={name} line={line} column={column} />
      ))}
    </svg>
  );
}

interface SeatProps {
  board: Board;
  seat: string;
  line: number;
  column: number;
}

function WallSeat({ board, seat, line, column }: SeatProps) {
  const { mark } = board.look(seat).value;
  return (
    <g data-seat={seat} data-mark={mark} transform={`translate(${(column + 1) * CELL} ${line * CELL})`}>
      <Mark mark={mark} />
    </g>
  );
}

/** Short words: they are read from the last row. */
function Legend({ board, marks }: { board: Board; marks: readonly SeatMark[] }) {
  const count = new Map<SeatMark, number>();
  for (const { name } of board.seats) {
    const { mark } = board.look(name).value;
    count.set(mark, (count.get(mark) ?? 0) + 1);
  }
  const short: Partial<Record<SeatMark, string>> = t().seats.marksShort;
  return (
    <ul class="stage-legend figures">
      {marks
        .filter(mark => mark !== 'free')
        .map(mark => (
          <li key={mark}>
            <MarkPicture mark={mark} size={48} />
            <span>{short[mark] ?? t().seats.marks[mark]}</span>
            <strong>{count.get(mark) ?? 0}</strong>
          </li>
        ))}
    </ul>
  );
}
