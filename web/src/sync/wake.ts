import type { Link } from './link';

/** Wakes the link when the network or the page comes back, and leaves a socket whose network is gone. */
export function wakeWithThePage(link: Link): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const wake = () => {
    if (document.visibilityState === 'visible') {
      link.wake();
    }
  };
  addEventListener('online', wake, options);
  addEventListener('pageshow', wake, options);
  document.addEventListener('visibilitychange', wake, options);
  addEventListener('offline', () => link.drop(), options);
  return () => stop.abort();
}
