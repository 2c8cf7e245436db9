import { useEffect } from 'preact/hooks';
import { t } from '../i18n';
import { restoreSession } from '../sync/session';
import { Empty } from '../ui/waiting';

const AGAIN = 3000;

/** The program opened from the tablet's own store, but the server cannot be reached: says what is missing. */
export function Away() {
  useEffect(() => {
    const timer = setInterval(() => void restoreSession(), AGAIN);
    return () => clearInterval(timer);
  }, []);
  const text = navigator.onLine ? t().common.theServerIsAway : t().common.programOnly;
  return (
    <main class="page">
      <Empty icon="wifiOff" onRetry={restoreSession}>
        {text}
      </Empty>
    </main>
  );
}
