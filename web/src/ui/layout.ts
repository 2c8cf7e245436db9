import { signal } from '@preact/signals';

/** `wide`: three columns; `tall`: the paper with sheets; `phone`: one thing at a time with a bar at the foot. */
export type Layout = 'wide' | 'tall' | 'phone';

const wide = globalThis.matchMedia?.('(min-width: 1000px)');
const phone = globalThis.matchMedia?.('(max-width: 599.98px)');

export const layout = signal<Layout>(current());

for (const query of [wide, phone]) {
  query?.addEventListener('change', () => {
    layout.value = current();
  });
}

function current(): Layout {
  if (wide?.matches) {
    return 'wide';
  }
  return phone?.matches ? 'phone' : 'tall';
}
