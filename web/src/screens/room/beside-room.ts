import { signal } from '@preact/signals';

/** Two pages beside each other can be read from this width on; CSS pixels. */
const WIDE = '(min-width: 1180px)';

const query = globalThis.matchMedia?.(WIDE);

/** True while there is room for two papers. */
export const roomBeside = signal(query?.matches ?? false);

query?.addEventListener('change', () => {
  roomBeside.value = query.matches;
});
