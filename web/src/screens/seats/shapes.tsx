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

/** Strokes like those of the icons: as text a letter would have to stand in the spoken name of its seat. */
const LETTERS: Record<string, string> = {
  A: '<path d="M6 19 12 5l6 14"/><path d="M8.3 14h7.4"/>',
  B: '<path d="M8 5v14h5.5a3.5 3.5 0 0 0 0-7H8h4.5a3.5 3.5 0 0 0 0-7z"/>',
  C: '<path d="M18 7.5a7 7 0 1 0 0 9"/>',
  F: '<path d="M8 19V5h9"/><path d="M8 12h7"/>',
  K: '<path d="M7 5v14"/><path d="m17 5-9.5 8.5"/><path d="m11 11 6.5 8"/>',
  N: '<path d="M7 19V5l10 14V5"/>',
  O: '<circle cx="12" cy="12" r="7"/>',
  P: '<path d="M8 19V5h5a4 4 0 0 1 0 8H8"/>',
  T: '<path d="M6 5h12"/><path d="M12 5v14"/>',
  V: '<path d="m6 5 6 14 6-14"/>',
  Y: '<path d="m6 5 6 7 6-7"/><path d="M12 12v7"/>',
  Đ: '<path d="M8 5v14h3a7 7 0 0 0 0-14z"/><path d="M5 12h7"/>',
};

/** One state, told by its shape, its letter or drawing, and its colour together. */
export function Mark({ mark }: { mark: SeatMark }) {
  const letters: Partial<Record<SeatMark, string>> = t().seats.letters;
  const drawing = DRAWINGS[mark] ?? LETTERS[letters[mark] ?? ''];
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
