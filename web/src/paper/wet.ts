import type { InkPoint } from '../ink/points';
import { countReader, release } from './canvases';

/** Sharper than this nobody sees while the hand moves; fewer dots are painted sooner. */
const MOST_SHARPNESS = 2;

/** Where the page of a stroke lies in the window, and how large a tenth of a point is there; CSS pixels. */
export interface PagePlace {
  left: number;
  top: number;
  tenth: number;
}

/**
 * The ink that is still wet: one canvas over the window, on which each event of the pen paints only what is new. A
 * finished stroke is drawn on its page, and the canvas is wiped.
 */
export class WetInk {
  private canvas: HTMLCanvasElement | undefined;
  private brush: CanvasRenderingContext2D | null = null;
  private width = 0;

  constructor(private readonly frame: HTMLElement) {}

  /** The canvas takes the place of one reader's page picture while it is there. */
  open(): void {
    if (!this.canvas) {
      countReader(1);
      this.canvas = document.createElement('canvas');
      this.canvas.className = 'paper-wet';
      this.canvas.setAttribute('aria-hidden', 'true');
      this.frame.after(this.canvas);
      this.brush = this.canvas.getContext('2d', { desynchronized: true });
    }
  }

  close(): void {
    if (this.canvas) {
      countReader(-1);
      release(this.canvas);
      this.canvas = undefined;
      this.brush = null;
    }
  }

  /** A stroke begins; `width` in tenths of a point. */
  dip(place: PagePlace, colour: string, width: number): void {
    const { canvas, brush } = this;
    if (!canvas || !brush) {
      return;
    }
    const edges = this.frame.getBoundingClientRect();
    const sharpness = Math.min(devicePixelRatio || 1, MOST_SHARPNESS);
    const size = [Math.round(edges.width * sharpness), Math.round(edges.height * sharpness)] as const;
    if (canvas.width !== size[0] || canvas.height !== size[1]) {
      [canvas.width, canvas.height] = size;
    }
    const scale = sharpness * place.tenth;
    const left = (place.left - edges.left) * sharpness;
    const top = (place.top - edges.top) * sharpness;
    brush.setTransform(scale, 0, 0, scale, left, top);
    brush.lineCap = 'round';
    brush.lineJoin = 'round';
    brush.strokeStyle = colour;
    this.width = width;
  }

  /** What is new since the last event. */
  line(from: InkPoint, to: InkPoint): void {
    const { brush } = this;
    if (brush) {
      brush.lineWidth = this.width * (0.5 + to[2] / 255);
      brush.beginPath();
      brush.moveTo(from[0], from[1]);
      brush.lineTo(to[0], to[1]);
      brush.stroke();
    }
  }

  wipe(): void {
    const { canvas, brush } = this;
    if (canvas && brush) {
      brush.setTransform(1, 0, 0, 1, 0, 0);
      brush.clearRect(0, 0, canvas.width, canvas.height);
    }
  }
}
