import { t } from '../../i18n';
import type { SeatMark } from '../../rules/seat-looks';
import { drawings } from '../../ui/drawings';

/** A cell of the plan is so many units wide and high. */
export const CELL = 48;

type Shape = 'circle' | 'square' | 'diamond' | 'hexagon' | 'dot';

const SHAPES: Record<SeatMark, Shape> = {
  free: 'square',
  taken: 'circle',
  absent: 'circle',
  present: 'circle',
  waiting: 'diamond',
  speaking: 'square',
  voted: 'square',
  unvoted: 'circle',
  off: 'dot',
  for: 'circle',
  against: 'square',
  other: 'diamond',
  abstain: 'hexagon',
  cast: 'square',
  none: 'circle',
};

const DRAWINGS: Partial<Record<SeatMark, string>> = {
  taken: drawings.user,
  waiting: drawings.hand,
  speaking: drawings.mic,
  voted: drawings.check,
  cast: drawings.check,
  unvoted: drawings.minus,
  none: drawings.minus,
};

/** One state, told by its shape, its letter or drawing, and its colour together. */
export function Mark({ mark }: { mark: SeatMark }) {
  const drawing = DRAWINGS[mark];
  const letter = (t().seats.letters as Partial<Record<SeatMark, string>>)[mark];
  return (
    <g class={`seat-mark ${mark}`}>
      <Outline shape={SHAPES[mark]} />
      {drawing && (
        <g
          class="seat-drawing"
          transform="translate(13.2 13.2) scale(0.9)"
          dangerouslySetInnerHTML={{ __html: drawing }}
        />
      )}
      {letter && (
        <text class="seat-letter" x="24" y="31.5">
          {letter}
        </text>
      )}
    </g>
  );
}

function Outline({ shape }: { shape: Shape }) {
  switch (shape) {
    case 'circle':
      return <circle class="seat-shape" cx="24" cy="24" r="19" />;
    case 'square':
      return <rect class="seat-shape" x="6" y="6" width="36" height="36" rx="7" />;
    case 'diamond':
      return <path class="seat-shape" d="M24 2.5 45.5 24 24 45.5 2.5 24Z" />;
    case 'hexagon':
      return <path class="seat-shape" d="M13 5h22l11 19-11 19H13L2 24Z" />;
    case 'dot':
      return <circle class="seat-shape" cx="24" cy="24" r="9" />;
  }
}
