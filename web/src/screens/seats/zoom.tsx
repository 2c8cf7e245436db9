import { useEffect, useRef, useState } from 'preact/hooks';
import { Plan, type PlanProps } from './plan';

/** Widths of a cell in pixels; from the fourth on a seat is as large as a button, in the last names stand in it. */
const STEPS = [18, 26, 36, 48, 64, 96] as const;
/** Of a large hall on a phone a seat is a dot, but the whole hall is seen. */
const SMALLEST = 6;

export interface Zoom {
  /** Null: as large as fits the place. */
  cell: number | null;
  fitted: boolean;
  canIn: boolean;
  canOut: boolean;
  place: { current: HTMLDivElement | null };
  measured: number;
  in: () => void;
  out: () => void;
  fit: () => void;
}

/** How large the plan is drawn: fitted to its place, or by steps, and then it scrolls. */
export function useZoom(rows: readonly string[]): Zoom {
  const place = useRef<HTMLDivElement>(null);
  const [cell, setCell] = useState<number | null>(null);
  const [measured, setMeasured] = useState(32);
  const columns = (rows[0]?.length ?? 0) + 1;
  useEffect(() => {
    const box = place.current;
    if (!box) {
      return;
    }
    const measure = () => setMeasured(fitting(box.clientWidth - 18, columns, rows.length));
    measure();
    const watching = new ResizeObserver(measure);
    watching.observe(box);
    return () => watching.disconnect();
  }, [columns, rows.length]);
  const now = cell ?? measured;
  const larger = STEPS.find(step => step > now);
  const smaller = [...STEPS].reverse().find(step => step < now);
  return {
    cell,
    fitted: cell === null,
    canIn: larger !== undefined,
    canOut: smaller !== undefined,
    place,
    measured,
    in: () => setCell(larger ?? now),
    out: () => setCell(smaller ?? now),
    fit: () => setCell(null),
  };
}

function fitting(width: number, columns: number, lines: number): number {
  const height = Math.min(innerHeight * 0.64, 880);
  return Math.max(SMALLEST, Math.min(96, Math.floor(width / columns), Math.floor(height / lines)));
}

/** The plan in a place of its own that scrolls both ways. */
export function ZoomedPlan({ zoom, ...plan }: Omit<PlanProps, 'cell'> & { zoom: Zoom }) {
  return (
    <div class="plan-place" ref={zoom.place}>
      <Plan {...plan} cell={zoom.cell ?? zoom.measured} />
    </div>
  );
}
