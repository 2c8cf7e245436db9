import { signal } from '@preact/signals';

export type Hand = 'right' | 'left';

const HAND = 'icabinet.hand';
const KEYS_OFF = 'icabinet.keys-off';

/** The hand that holds the tablet: what is tapped often lies on its side. */
export const hand = signal<Hand>(localStorage.getItem(HAND) === 'left' ? 'left' : 'right');

/** One-letter keys can be turned off (WCAG 2.2, 2.1.4), for those who dictate. */
export const keysOn = signal(localStorage.getItem(KEYS_OFF) === null);

export function holdWith(wanted: Hand): void {
  hand.value = wanted;
  localStorage.setItem(HAND, wanted);
}

export function turnKeys(wanted: boolean): void {
  keysOn.value = wanted;
  if (wanted) {
    localStorage.removeItem(KEYS_OFF);
  } else {
    localStorage.setItem(KEYS_OFF, 'yes');
  }
}
