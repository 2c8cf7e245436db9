import { signal } from '@preact/signals';

/** A newer program waits; it takes over only on the person's word, never in the middle of a meeting. */
export const updateWaiting = signal<ServiceWorker | null>(null);

/** Stores the program on the tablet. Needs https (or localhost); elsewhere the app runs without it. */
export function installShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) {
    return;
  }
  void register();
}

async function register(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register('/sw.js');
    offer(registration.waiting);
    registration.addEventListener('updatefound', () => watch(registration.installing));
  } catch (error) {
    console.info('offline start is off:', error);
  }
}

function watch(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed') {
      offer(worker);
    }
  });
}

/** The first installation has nothing to replace. */
function offer(worker: ServiceWorker | null): void {
  if (worker && navigator.serviceWorker.controller) {
    updateWaiting.value = worker;
  }
}

export function takeOver(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  updateWaiting.value?.postMessage('take-over');
}
