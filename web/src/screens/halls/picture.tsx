import { places, stageOf } from '../../rules/seats';

/** A plan by the eye: small, without words. */
export function Picture({ rows }: { rows: readonly string[] }) {
  const stage = stageOf(rows);
  return (
    <svg
      class="hall-picture"
      viewBox={`0 0 ${(rows[0]?.length ?? 1) * 10} ${rows.length * 10}`}
      aria-hidden="true"
    >
      {stage && (
        <rect
          class="hall-stage"
          x={stage.column * 10 + 1}
          y={stage.line * 10 + 1}
          width={stage.columns * 10 - 2}
          height={stage.lines * 10 - 2}
          rx="2"
        />
      )}
      {places(rows).map(({ name, line, column }) => (
        <rect
          key={name}
          class="hall-seat"
          x={column * 10 + 1}
          y={line * 10 + 1}
          width="8"
          height="8"
          rx="2"
        />
      ))}
    </svg>
  );
}
