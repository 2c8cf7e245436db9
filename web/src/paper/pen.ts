import { type InkPoint, pack, simplify } from '../ink/points';
import { newId } from '../sync/ids';
import type { PageView } from './pageview';
import type { NewStroke, PenLook, RubbedStroke } from './types';
import { INK_COLOURS } from './types';
import type { WetInk } from './wet';

/** The hand must have moved so many tenths of a point (across plus down) for a new point. */
const LEAST_WAY = 4;
/** A longer stroke is finished and goes on as the next one. */
const MOST_POINTS = 4000;
const ERASER_PIXELS = { touch: 14, other: 7 };
/** What mice and fingers press, which do not measure it. */
const USUAL_PRESSURE = 128;
/** `buttons` of a pen that is held with its eraser down (Pointer Events, § 4.1). */
const ERASER_BUTTON = 32;

/** What the hand does now: `erase` takes whole strokes, `rub` what is under it; null: nothing of this. */
export type PenTool = 'draw' | 'erase' | 'rub' | null;

export interface PenHost {
  frame: HTMLElement;
  tool(): PenTool;
  look(): PenLook;
  wet: WetInk;
  viewOf(target: EventTarget | null): PageView | undefined;
  /** A pen has come down: from now on fingers do not draw. */
  penSeen(): void;
  drawn(view: PageView, stroke: NewStroke): void;
  erased(strokes: string[]): void;
  rubbed(strokes: RubbedStroke[]): void;
}

interface Hand {
  pointer: number;
  kind: string;
  view: PageView;
  left: number;
  top: number;
  /** CSS pixels a tenth of a point. */
  tenth: number;
  tool: Exclude<PenTool, null>;
  points: InkPoint[];
  met: Set<string>;
}

/**
 * Draws and erases by pen, mouse or finger. Once a pen was seen, touch never draws: the hand that rests on the glass is
 * no pen, and a finger moves the paper instead.
 */
export class Pen {
  private hand: Hand | undefined;
  /** The finger that moves the paper. */
  private finger: { pointer: number; x: number; y: number } | undefined;

  constructor(
    private readonly host: PenHost,
    signal: AbortSignal,
  ) {
    const { frame } = host;
    frame.addEventListener('pointerdown', event => this.down(event), { signal });
    frame.addEventListener('pointermove', event => this.move(event), { signal });
    frame.addEventListener('pointerup', event => this.up(event), { signal });
    frame.addEventListener('pointercancel', event => this.cancel(event), { signal });
    frame.addEventListener('scroll', () => this.finish(), { signal, passive: true });
    signal.addEventListener('abort', () => this.reset());
  }

  /** Forgets what was begun. */
  reset(): void {
    this.finger = undefined;
    if (this.hand) {
      this.hand.view.fadeInk([...this.hand.met], false);
      this.hand.view.wholeInk();
      this.hand = undefined;
      this.host.wet.wipe();
    }
  }

  private down(event: PointerEvent): void {
    const chosen = this.host.tool();
    const turned = (event.buttons & ERASER_BUTTON) > 0;
    const tool = chosen === 'draw' && turned ? 'erase' : chosen;
    if (!tool || (event.button > 0 && tool === 'draw')) {
      return;
    }
    if (event.pointerType === 'pen') {
      this.host.penSeen();
    } else if (event.pointerType === 'touch' && !this.touchDraws(event)) {
      return;
    }
    this.reset();
    const view = this.host.viewOf(event.target);
    if (view) {
      this.begin(event, view, tool);
    }
  }

  /** A second finger ends the stroke: two of them move and enlarge the paper. */
  private touchDraws(event: PointerEvent): boolean {
    if (this.hand) {
      if (this.hand.kind === 'touch') {
        this.reset();
      }
      return false;
    }
    if (!this.host.look().fingers) {
      this.finger ??= { pointer: event.pointerId, x: event.clientX, y: event.clientY };
      return false;
    }
    return event.isPrimary;
  }

  private begin(event: PointerEvent, view: PageView, tool: Hand['tool']): void {
    const page = view.element.getBoundingClientRect();
    const tenth = view.scale / 10;
    const { frame, wet, look } = this.host;
    // Fingers and pens are captured by themselves; asking for it is known to end strokes on iPadOS.
    if (event.pointerType === 'mouse') {
      frame.setPointerCapture(event.pointerId);
    }
    const kind = event.pointerType;
    const place = { left: page.left, top: page.top, tenth };
    this.hand = { pointer: event.pointerId, kind, view, ...place, tool, points: [], met: new Set() };
    if (tool === 'draw') {
      wet.dip(place, INK_COLOURS[look().colour], look().width);
    }
    this.add(this.hand, event);
  }

  private move(event: PointerEvent): void {
    const { hand } = this;
    if (hand?.pointer === event.pointerId) {
      const samples = event.getCoalescedEvents?.() ?? [];
      for (const sample of samples.length ? samples : [event]) {
        this.add(hand, sample);
      }
    } else if (this.finger?.pointer === event.pointerId && !hand) {
      const { x, y } = this.finger;
      this.finger = { pointer: event.pointerId, x: event.clientX, y: event.clientY };
      this.host.frame.scrollBy({ left: x - event.clientX, top: y - event.clientY, behavior: 'instant' });
    }
  }

  private add(hand: Hand, event: PointerEvent): void {
    const { points } = hand;
    const point = pointOf(hand, event);
    const last = points.at(-1);
    if (last && Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) < LEAST_WAY) {
      return;
    }
    points.push(point);
    if (hand.tool !== 'draw') {
      this.erase(hand, last ?? point, point);
      return;
    }
    this.host.wet.line(last ?? point, point);
    if (points.length === MOST_POINTS) {
      this.lay(hand);
      hand.points = [point];
    }
  }

  private erase(hand: Hand, from: InkPoint, to: InkPoint): void {
    const radius = ERASER_PIXELS[hand.kind === 'touch' ? 'touch' : 'other'] / hand.tenth;
    if (hand.tool === 'rub') {
      hand.view.rubInk([from[0], from[1]], [to[0], to[1]], radius);
      return;
    }
    const found = hand.view.inkUnder([from[0], from[1]], [to[0], to[1]], radius);
    hand.view.fadeInk(found, true);
    for (const id of found) {
      hand.met.add(id);
    }
  }

  private up(event: PointerEvent): void {
    if (this.hand?.pointer === event.pointerId) {
      this.finish();
    }
    this.lift(event);
  }

  private cancel(event: PointerEvent): void {
    if (this.hand?.pointer === event.pointerId) {
      this.reset();
    }
    this.lift(event);
  }

  private lift(event: PointerEvent): void {
    if (this.finger?.pointer === event.pointerId) {
      this.finger = undefined;
    }
  }

  private finish(): void {
    const { hand } = this;
    this.hand = undefined;
    if (hand?.tool === 'draw') {
      this.lay(hand);
    } else if (hand?.tool === 'rub') {
      this.leave(hand.view);
    } else if (hand?.met.size) {
      this.host.erased([...hand.met]);
    }
  }

  /** What is left of a stroke becomes strokes of their own. */
  private leave(view: PageView): void {
    const rests = view.restsOfInk();
    if (rests.length) {
      this.host.rubbed(
        rests.map(({ stroke, left }) => {
          const { page, colour, width } = stroke;
          const parts = left.map(part => ({
            id: newId(),
            page,
            colour,
            width,
            points: pack(simplify(part)),
          }));
          return { stroke, left: parts };
        }),
      );
    }
  }

  /** The stroke is drawn on its page, and the wet ink is wiped. */
  private lay({ view, points }: Hand): void {
    const { colour, width } = this.host.look();
    const written = pack(simplify(points));
    this.host.drawn(view, { id: newId(), page: view.number, colour, width, points: written });
    this.host.wet.wipe();
  }
}

function pointOf(hand: Hand, event: PointerEvent): InkPoint {
  const { width, height } = hand.view.tenths;
  const x = Math.round((event.clientX - hand.left) / hand.tenth);
  const y = Math.round((event.clientY - hand.top) / hand.tenth);
  const measured = event.pointerType === 'pen' || (event.pointerType === 'touch' && event.pressure > 0);
  const pressure = measured ? Math.round(event.pressure * 255) : USUAL_PRESSURE;
  return [within(x, width), within(y, height), within(pressure, 255)];
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}
