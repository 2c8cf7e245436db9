import { useLayoutEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { IconButton } from '../../ui/button';

export interface Stepping {
  /** The change being looked at, from 1; 0 before the first step. */
  at: number;
  count: number;
  move: (by: 1 | -1) => void;
}

/** Through the changes by button, or by the keys → and ←. */
export function useSteps(count: number): Stepping {
  const [at, setAt] = useState(0);
  const move = (by: 1 | -1) => setAt(now => Math.min(count, Math.max(1, now + by)));
  useLayoutEffect(() => {
    const key = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (by && !event.altKey && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        move(by);
      }
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [count]);
  return { at, count, move };
}

export function Steps({ steps: { at, count, move } }: { steps: Stepping }) {
  return (
    <div class="changes-steps">
      <IconButton icon="chevronUp" label={t().changes.previous} disabled={at <= 1} onClick={() => move(-1)} />
      <span class="figures" role="status">
        {at ? t().changes.nth(at, count) : t().changes.count(count)}
      </span>
      <IconButton
        icon="chevronDown"
        label={t().changes.next}
        disabled={at >= count}
        onClick={() => move(1)}
      />
    </div>
  );
}
