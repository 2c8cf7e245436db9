const collator = new Intl.Collator('vi');

/** Vietnamese lists go by given name (the last word), then by family and middle names. */
export function compareNames(one: string, other: string): number {
  return collator.compare(givenName(one), givenName(other)) || collator.compare(one, other);
}

export function givenName(name: string): string {
  return name.trim().split(/\s+/).at(-1) ?? '';
}

/** Lower case without marks, for searching: "Đề án" and "de an" meet. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}

export function matches(text: string, words: string): boolean {
  const place = folded(text);
  return folded(words)
    .split(/\s+/)
    .every(word => place.includes(word));
}
