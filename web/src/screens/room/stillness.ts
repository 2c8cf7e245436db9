import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Part = RefObject<HTMLElement | null>;

/** How much of the live part may be scrolled away before it counts as out of sight; pixels. */
const GLIMPSE = 160;

/**
 * Other people's events change the height of the live part. Whoever writes below it, or has scrolled it away, must not
 * see the own work move: the panel is scrolled by as much as the live part grew.
 */
export function useStillness(panel: Part, live: Part): void {
  useEffect(() => {
    let height = live.current?.offsetHeight ?? 0;
    const observer = new ResizeObserver(() => {
      const grown = (live.current?.offsetHeight ?? 0) - height;
      height += grown;
      if (panel.current && live.current && busyBelow(panel.current, live.current)) {
        panel.current.scrollTop += grown;
      }
    });
    observer.observe(live.current!);
    return () => observer.disconnect();
  }, []);
}

function busyBelow(panel: HTMLElement, live: HTMLElement): boolean {
  const focused = document.activeElement;
  const writing = focused?.matches('input, textarea') && panel.contains(focused) && !live.contains(focused);
  return Boolean(writing) || panel.scrollTop > live.offsetHeight;
}

/** True while the beginning of the live part is scrolled out of sight. */
export function useHidden(panel: Part, live: Part): boolean {
  const [hidden, setHidden] = useState(false);
  useEffect(() => {
    const look = () => setHidden((panel.current?.scrollTop ?? 0) > GLIMPSE);
    const observer = new ResizeObserver(look);
    observer.observe(live.current!);
    panel.current!.addEventListener('scroll', look, { passive: true });
    return () => observer.disconnect();
  }, []);
  return hidden;
}
