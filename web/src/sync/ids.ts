const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A fresh name of 22 letters (132 random bits). `crypto.randomUUID` does not exist on plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(22));
  return Array.from(bytes, byte => LETTERS[byte & 63]).join('');
}

/** The stream of the office itself, beside those of its meetings. */
export const OFFICE = 'office';
