import type { Entry } from './agenda';

const collator = new Intl.Collator('vi');

/** Vietnamese lists go by given name (the last word), then by family and middle names. */
export function compareNames(one: string, other: string): number {
  return collator.compare(givenName(one), givenName(other)) || collator.compare(one, other);
}

const sorted = new WeakMap<object, readonly Entry<{ name: string }>[]>();

/**
 * Rows by given name, remembered for each map: records come as a new map only when one of their kind has changed, so
 * that a burst of other events does not sort a thousand names again.
 */
export function byName<Row extends { name: string }>(rows: ReadonlyMap<string, Row>): readonly Entry<Row>[] {
  let found = sorted.get(rows);
  if (!found) {
    found = [...rows].sort(([, one], [, other]) => compareNames(one.name, other.name));
    sorted.set(rows, found);
  }
  return found as readonly Entry<Row>[];
}

const known = new WeakMap<object, ReadonlyMap<string, number>>();

/** The place of each row in the list by given name, remembered like the list itself. */
export function placesByName(rows: ReadonlyMap<string, { name: string }>): ReadonlyMap<string, number> {
  let found = known.get(rows);
  if (!found) {
    found = new Map(byName(rows).map(([id], place) => [id, place]));
    known.set(rows, found);
  }
  return found;
}

export function givenName(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? '';
}

/** Lower case without marks, for searching: "Đề án" and "de an" meet. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

export function matches(text: string, words: string): boolean {
  if (!words.trim()) {
    return true;
  }
  const place = folded(text);
  return folded(words)
    .split(/\s+/)
    .every(word => place.includes(word));
}
