import type { ComponentChild, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n';
import { type Block, steady } from '../rules/blocks';
import './long-list.css';

export interface LongListProps<Row> {
  blocks: readonly Block<Row>[];
  /** What says of two rows that they look the same; the same function at every drawing, like `draw` and `nameOf`. */
  same?: (one: Row, other: Row) => boolean;
  /** An `<li>` with its key. Out of sight (`near` false) words suffice; what can be tapped is drawn as it comes near. */
  draw: (row: Row, near: boolean) => ComponentChild;
  nameOf: (row: Row) => string;
  /** Pixels that a row takes before it has been seen. */
  height: number;
  class?: string;
}

/**
 * Up to some thousand lines. A block is redrawn when one of its own rows changes; every line's words are always there,
 * for searching in the page and for screen readers, which hear each block as a list "from … to …".
 */
export function LongList<Row>({ blocks, same, ...drawing }: LongListProps<Row>) {
  const drawn = useRef<readonly Block<Row>[]>([]);
  drawn.current = steady(drawn.current, blocks, same);
  const several = drawn.current.length > 1;
  return drawn.current.map((block, place) => (
    <Lines key={block.name} block={block} first={place === 0} several={several} {...drawing} />
  ));
}

interface LinesProps<Row> extends Omit<LongListProps<Row>, 'blocks' | 'same'> {
  block: Block<Row>;
  first: boolean;
  several: boolean;
}

/** Not drawn again while its properties are the same objects. */
function Lines<Row>({ block, first, several, draw, nameOf, height, class: looks = '' }: LinesProps<Row>) {
  const place = useRef<HTMLUListElement>(null);
  const near = useNear(place, first);
  const [from, to] = [block.rows[0]!, block.rows.at(-1)!];
  return (
    <ul
      ref={place}
      class={`block ${looks}`}
      aria-label={several ? t().common.fromTo(nameOf(from), nameOf(to)) : undefined}
      style={{ containIntrinsicBlockSize: `auto ${block.rows.length * height}px` }}
    >
      {block.rows.map(row => draw(row, near))}
    </ul>
  );
}

/** True from the moment when it is less than one screen away, and then for good: a focus inside is never lost. */
function useNear(place: RefObject<HTMLElement | null>, first: boolean): boolean {
  const [near, setNear] = useState(first);
  useEffect(() => {
    if (near || !place.current) {
      return;
    }
    const watch = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && setNear(true),
      { root: scrollerOf(place.current), rootMargin: '100% 0px' },
    );
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [near]);
  return near;
}

/** The nearest part around it that scrolls by itself; null for the page. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  const around = element.parentElement;
  if (!around || around === document.body) {
    return null;
  }
  return /auto|scroll/.test(getComputedStyle(around).overflowY) ? around : scrollerOf(around);
}
