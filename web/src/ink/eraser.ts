import type { InkPoint } from './points';

/** Whether an eraser of a radius, moved from one place to another, meets a stroke; everything in tenths of a point. */
export function meets(
  points: readonly InkPoint[],
  width: number,
  from: readonly [number, number],
  to: readonly [number, number],
  radius: number,
): boolean {
  const reach = radius + width / 2;
  const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / reach));
  for (let step = 0; step <= steps; step += 1) {
    const x = from[0] + ((to[0] - from[0]) * step) / steps;
    const y = from[1] + ((to[1] - from[1]) * step) / steps;
    if (touches(points, x, y, reach)) {
      return true;
    }
  }
  return false;
}

function touches(points: readonly InkPoint[], x: number, y: number, reach: number): boolean {
  return points.some((point, index) => offLine(points[Math.max(0, index - 1)]!, point, x, y) <= reach);
}

/** How far a place is from the line between two points. */
function offLine(start: InkPoint, end: InkPoint, x: number, y: number): number {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = dx * dx + dy * dy;
  const along = length ? Math.min(1, Math.max(0, ((x - start[0]) * dx + (y - start[1]) * dy) / length)) : 0;
  return Math.hypot(x - start[0] - along * dx, y - start[1] - along * dy);
}
