import { signal } from '@preact/signals';

/** Addresses lie behind the # so that one stored page opens them all, with and without a network. */
export type Blanks = Record<string, string>;

export const route = signal(current());

export function go(path: string): void {
  location.hash = path;
}

export function listenToAddress(): void {
  addEventListener('hashchange', () => {
    route.value = current();
  });
}

/**
 * The blanks of `pattern` ("/meeting/:meeting") filled from `path`, or null when it does not fit.
 * An address that was cut off in the middle of a letter (%E1%BB) fits nothing.
 */
export function match(pattern: string, path: string): Blanks | null {
  const wanted = parts(pattern);
  const given = parts(path);
  if (wanted.length !== given.length) {
    return null;
  }
  const blanks: Blanks = {};
  for (const [place, word] of wanted.entries()) {
    const said = given[place]!;
    const meant = word.startsWith(':') ? decoded(said) : null;
    if (meant !== null) {
      blanks[word.slice(1)] = meant;
    } else if (word !== said) {
      return null;
    }
  }
  return blanks;
}

function decoded(said: string): string | null {
  try {
    return decodeURIComponent(said);
  } catch {
    return null;
  }
}

function parts(path: string): string[] {
  return path.split('/').filter(Boolean);
}

function current(): string {
  return globalThis.location?.hash.replace(/^#/, '') || '/';
}
