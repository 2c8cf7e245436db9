import { signal } from '@preact/signals';

export type Theme = 'automatic' | 'light' | 'dark';

const STORED = 'icabinet.theme';

export const theme = signal<Theme>('automatic');

export function chooseTheme(wanted: Theme): void {
  theme.value = wanted;
  if (wanted === 'automatic') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(STORED);
  } else {
    document.documentElement.dataset.theme = wanted;
    localStorage.setItem(STORED, wanted);
  }
}

export function restoreTheme(): void {
  const stored = localStorage.getItem(STORED);
  if (stored === 'light' || stored === 'dark') {
    chooseTheme(stored);
  }
}
