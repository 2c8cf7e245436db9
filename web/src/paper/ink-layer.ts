import { meets } from '../ink/eraser';
import { outline } from '../ink/outline';
import { type InkPoint, unpack } from '../ink/points';
import { rubbed } from '../ink/rubber';
import type { Size } from './layout';
import type { InkMark, NewStroke } from './types';
import { words } from './words';

const SVG = 'http://www.w3.org/2000/svg';

interface Drawn {
  mark: InkMark;
  points: InkPoint[];
  path: SVGPathElement;
  /** While an eraser rubs parts of it out: what is left. */
  left?: InkPoint[][] | undefined;
}

/** A stroke of which parts were rubbed out. */
export interface Rest {
  stroke: NewStroke;
  left: InkPoint[][];
}

/**
 * The strokes on one page. A stroke never changes, so each is drawn once; zoom needs no redrawing. Until the page comes
 * into sight for the first time nothing is drawn: a paper may have thousands of strokes.
 */
export class InkLayer {
  private waiting: readonly InkMark[] | undefined = [];
  private readonly svg = document.createElementNS(SVG, 'svg');
  private readonly drawn = new Map<string, Drawn>();

  constructor(host: HTMLElement, size: Size) {
    this.svg.setAttribute('class', 'paper-ink');
    this.svg.setAttribute('preserveAspectRatio', 'none');
    this.resize(size);
    this.say();
    host.append(this.svg);
  }

  resize(size: Size): void {
    this.svg.setAttribute('viewBox', `0 0 ${size.width * 10} ${size.height * 10}`);
  }

  /** The page comes into sight. */
  wake(): void {
    const { waiting } = this;
    this.waiting = undefined;
    if (waiting) {
      this.show(waiting);
    }
  }

  show(marks: readonly InkMark[]): void {
    if (this.waiting) {
      this.waiting = marks;
      return;
    }
    const wanted = new Set(marks.map(mark => mark.id));
    for (const [id, { path }] of this.drawn) {
      if (!wanted.has(id)) {
        path.remove();
        this.drawn.delete(id);
      }
    }
    for (const mark of marks) {
      this.put(mark);
    }
    this.say();
  }

  /** Draws a stroke, or changes how one looks that is drawn already. */
  put(mark: InkMark): void {
    const known = this.drawn.get(mark.id);
    const path = known?.path ?? document.createElementNS(SVG, 'path');
    path.setAttribute('class', lookOf(mark));
    if (!known) {
      const points = unpack(mark.points);
      path.setAttribute('d', outline(points, mark.width));
      path.dataset.stroke = mark.id;
      this.drawn.set(mark.id, { mark, points, path });
      this.svg.append(path);
    } else {
      known.mark = mark;
    }
  }

  /** Own strokes that an eraser meets on its way; places and radius in tenths of a point. */
  under(from: readonly [number, number], to: readonly [number, number], radius: number): string[] {
    return [...this.drawn]
      .filter(([, { mark, points }]) => mark.own && meets(points, mark.width, from, to, radius))
      .map(([id]) => id);
  }

  /** Takes away what lies under an eraser on its way, until `whole` or until other strokes are shown instead. */
  rub(from: readonly [number, number], to: readonly [number, number], radius: number): void {
    for (const drawn of this.drawn.values()) {
      const { mark, points, left = [points], path } = drawn;
      const rests = mark.own ? left.map(part => rubbed(part, mark.width, from, to, radius)) : [];
      if (rests.some(rest => rest !== null)) {
        drawn.left = rests.flatMap((rest, part) => rest ?? [left[part]!]);
        path.setAttribute('d', drawn.left.map(part => outline(part, mark.width)).join(''));
      }
    }
  }

  /** Strokes of which parts were rubbed out, with what is left of each. */
  rests(): Rest[] {
    return [...this.drawn.values()].flatMap(({ mark, left }) => (left ? [{ stroke: mark, left }] : []));
  }

  /** Every stroke is whole again. */
  whole(): void {
    for (const drawn of this.drawn.values()) {
      if (drawn.left) {
        drawn.left = undefined;
        drawn.path.setAttribute('d', outline(drawn.points, drawn.mark.width));
      }
    }
  }

  /** Strokes that the eraser has met fade at once, and are gone when it is lifted. */
  fade(ids: readonly string[], faded: boolean): void {
    for (const id of ids) {
      this.drawn.get(id)?.path.classList.toggle('faded', faded);
    }
  }

  private say(): void {
    const count = this.drawn.size;
    if (count) {
      this.svg.setAttribute('role', 'img');
      this.svg.setAttribute('aria-label', words().ink(count));
      this.svg.removeAttribute('aria-hidden');
    } else {
      this.svg.removeAttribute('role');
      this.svg.removeAttribute('aria-label');
      this.svg.setAttribute('aria-hidden', 'true');
    }
  }
}

function lookOf({ colour, own, pending }: InkMark): string {
  return `${colour}${own ? '' : ' others'}${pending ? ' pending' : ''}`;
}
