import { getStroke } from 'perfect-freehand';
import type { InkPoint } from './points';

/** How much wider than its name a stroke at full pressure is. */
const SWELL = 1.8;

/** The outline of a stroke as an SVG path in tenths of a PDF point; `width` in the same unit. */
export function outline(points: readonly InkPoint[], width: number): string {
  const pressed = hasPressure(points);
  const edge = getStroke(
    points.map(([x, y, pressure]) => [x, y, pressure / 255]),
    {
      size: pressed ? width * SWELL : width * 1.2,
      thinning: pressed ? 0.6 : 0.2,
      smoothing: 0.5,
      streamline: 0.3,
      simulatePressure: !pressed,
      last: true,
    },
  );
  return pathOf(edge as [number, number][]);
}

/** Mice and most fingers press always alike. */
export function hasPressure(points: readonly InkPoint[]): boolean {
  return points.some(point => point[2] !== points[0]![2]);
}

/** Curves through the middles between neighbouring corners. */
function pathOf(edge: [number, number][]): string {
  const [first] = edge;
  if (!first) {
    return '';
  }
  const curves = edge.map(([x, y], index) => {
    const [nextX, nextY] = edge[(index + 1) % edge.length]!;
    return `${round(x)} ${round(y)} ${round((x + nextX) / 2)} ${round((y + nextY) / 2)}`;
  });
  return `M${round(first[0])} ${round(first[1])}Q${curves.join(' ')}Z`;
}

function round(tenths: number): string {
  return tenths.toFixed(1);
}
