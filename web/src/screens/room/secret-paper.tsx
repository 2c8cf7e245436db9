import { useEffect } from 'preact/hooks';
import { t } from '../../i18n';
import { time } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import { me } from '../../sync/session';
import { Icon } from '../../ui/icon';
import './secret-paper.css';

const MARKS = 12;

/** Above the pages of a secret paper: what may not be done with it, and that opening it is recorded. */
export function ViewOnly() {
  return (
    <p class="view-only small" role="note">
      <Icon name="lock" size={18} />
      <span>{t().secrecy.viewOnly}</span>
    </p>
  );
}

/** The reader's name and the time over the screen, whatever page and size are shown; touches go through. */
export function ScreenMark() {
  const words = t().secrecy.mark(me.value?.user.name ?? '', time(tickingNow()));
  return (
    <div class="screen-mark" aria-hidden="true">
      {Array.from({ length: MARKS }, (_, number) => (
        <svg key={number} viewBox="0 0 460 240" aria-hidden="true">
          <text x="230" y="120" text-anchor="middle" transform="rotate(-24 230 120)">
            {words}
          </text>
        </svg>
      ))}
    </div>
  );
}

/** While a secret paper is open its words are not copied, dragged away or printed. */
export function useNoCopies(secret: boolean): void {
  useEffect(() => {
    if (!secret) {
      return;
    }
    const stop = (event: Event) => event.preventDefault();
    const kinds = ['copy', 'cut', 'dragstart'] as const;
    for (const kind of kinds) {
      document.addEventListener(kind, stop);
    }
    document.documentElement.classList.add('no-print');
    return () => {
      for (const kind of kinds) {
        document.removeEventListener(kind, stop);
      }
      document.documentElement.classList.remove('no-print');
    };
  }, [secret]);
}
