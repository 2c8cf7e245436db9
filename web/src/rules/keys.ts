/** What a chair can do with one key; the big button's key does whatever the button says at that moment. */
export const KEYS = {
  n: 'next',
  m: 'call',
  k: 'end-speech',
  '+': 'extend',
  '=': 'extend',
  ']': 'next-item',
  t: 'pause',
  c: 'conclusion',
  d: 'pause-speech',
  p: 'speakers',
  q: 'questions',
  b: 'ballots',
  h: 'walls',
  '?': 'help',
} as const;

export type KeyAct = (typeof KEYS)[keyof typeof KEYS];

/** As people read them, one key an act, in the order in which they are listed. */
export const KEY_LIST = [
  ['N', 'next'],
  ['M', 'call'],
  ['K', 'end-speech'],
  ['+', 'extend'],
  ['D', 'pause-speech'],
  [']', 'next-item'],
  ['T', 'pause'],
  ['C', 'conclusion'],
  ['P', 'speakers'],
  ['Q', 'questions'],
  ['B', 'ballots'],
  ['H', 'walls'],
  ['?', 'help'],
] as const satisfies readonly (readonly [string, KeyAct])[];

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  isComposing: boolean;
}

/** The act of a key, or nothing: with a modifier, while it is held down, and while a Vietnamese letter is composed. */
export function keyAct(press: KeyPress): KeyAct | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey || press.repeat || press.isComposing) {
    return undefined;
  }
  const key = press.key.toLowerCase();
  return key in KEYS ? KEYS[key as keyof typeof KEYS] : undefined;
}
