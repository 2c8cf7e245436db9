import { Component } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { lineLetters, neighbour } from '../../rules/seats';
import { GRID, GRID_CELL, ROW, UNSAID } from '../seats/plan';
import { CELL } from '../seats/shapes';

export interface CanvasProps {
  rows: readonly string[];
  onDraw: (line: number, column: number) => void;
}

interface Spot {
  line: number;
  column: number;
}

/** Every cell of the grid, to be tapped or reached by arrow keys; one stop for the Tab key. */
export function Canvas({ rows, onDraw }: CanvasProps) {
  const drawing = useRef<SVGSVGElement>(null);
  const [stop, setStop] = useState<Spot>({ line: 0, column: 0 });
  const columns = rows[0]?.length ?? 0;
  const letters = lineLetters(rows);
  const focus = ({ line, column }: Spot) => {
    setStop({ line, column });
    drawing.current?.querySelector<SVGElement>(`[data-cell="${line}.${column}"]`)?.focus();
  };
  const draw = (spot: Spot | undefined) => {
    if (spot) {
      focus(spot);
      onDraw(spot.line, spot.column);
    }
  };
  const press = (event: KeyboardEvent) => {
    const spot = spotAt(event.target);
    if (spot && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      draw(spot);
      return;
    }
    const to = spot && neighbour(cellsOf(rows), spot, event.key);
    if (to) {
      event.preventDefault();
      focus(to);
    }
  };
  const here = within(stop, rows);
  return (
    <div class="plan-place">
      <svg
        ref={drawing}
        class="seat-plan canvas"
        {...GRID}
        aria-label={t().halls.drawing}
        width={(columns + 1) * CELL}
        height={rows.length * CELL}
        viewBox={`0 0 ${(columns + 1) * CELL} ${rows.length * CELL}`}
        onClick={event => draw(spotAt(event.target))}
        onKeyDown={press}
      >
        <g {...UNSAID}>
          {letters.map((word, line) => (
            <text key={`${line} ${word}`} class="plan-letters" x="24" y={line * CELL + 31}>
              {word}
            </text>
          ))}
        </g>
        {rows.map((row, line) => (
          <Line
            key={`${line}`}
            row={row}
            line={line}
            letters={letters[line] ?? ''}
            stop={here.line === line ? here.column : -1}
          />
        ))}
      </svg>
    </div>
  );
}

function cellsOf(rows: readonly string[]): Spot[] {
  return rows.flatMap((row, line) => [...row].map((_, column) => ({ line, column })));
}

/** The stop stays in the grid when lines or columns are taken away. */
function within({ line, column }: Spot, rows: readonly string[]): Spot {
  return { line: Math.min(line, rows.length - 1), column: Math.min(column, (rows[0]?.length ?? 1) - 1) };
}

function spotAt(target: EventTarget | null): Spot | undefined {
  const said = target instanceof Element && target.closest<SVGElement>('[data-cell]')?.dataset.cell;
  const [line, column] = said ? said.split('.').map(Number) : [];
  return line !== undefined && column !== undefined ? { line, column } : undefined;
}

interface LineProps {
  row: string;
  line: number;
  letters: string;
  stop: number;
}

/** Drawn anew only when it changed: a tap in a plan of 3,600 cells touches one line. */
class Line extends Component<LineProps> {
  override shouldComponentUpdate(next: LineProps): boolean {
    const { row, letters, stop } = this.props;
    return row !== next.row || letters !== next.letters || stop !== next.stop;
  }

  render() {
    const { row, line, letters, stop } = this.props;
    let number = 0;
    return (
      <g {...ROW}>
        {[...row].map((cell, column) => {
          number += cell === 'o' ? 1 : 0;
          const seat = `${letters}${number}`;
          const texts = t().halls;
          const what = cell === 'o' ? texts.seatCell(seat) : texts.cells[cell as '.'];
          return (
            <g
              key={`${column}`}
              class={`cell ${{ o: 'seat-cell', '#': 'stage-cell' }[cell] ?? 'gap-cell'}`}
              {...GRID_CELL}
              tabindex={column === stop ? 0 : -1}
              data-cell={`${line}.${column}`}
              aria-label={texts.cell(line + 1, column + 1, what)}
              transform={`translate(${(column + 1) * CELL} ${line * CELL})`}
            >
              <rect class="cell-place" x="2" y="2" width={CELL - 4} height={CELL - 4} rx="8" />
              {cell === 'o' && (
                <text class="cell-number" {...UNSAID} x="24" y="29">
                  {seat}
                </text>
              )}
            </g>
          );
        })}
      </g>
    );
  }
}
