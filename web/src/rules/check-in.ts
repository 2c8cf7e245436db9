/** What was typed as the room's code: its letters know neither 0 nor 1, so these were read from O and I. */
export function codeOf(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('0', 'O')
    .replaceAll('1', 'I');
}
