import { signal } from '@preact/signals';

const STORED = 'icabinet.opened';
const MOST = 500;

type Opened = ReadonlyMap<string, ReadonlySet<string>>;

/** Which versions each person has opened on this tablet: ids only, nothing of what they say. */
export const openedBefore = signal<Opened>(read());

export function rememberOpened(user: string, version: string): void {
  const before = openedBefore.peek().get(user);
  if (!user || before?.has(version)) {
    return;
  }
  const versions = new Set([...(before ?? []), version].slice(-MOST));
  openedBefore.value = new Map(openedBefore.peek()).set(user, versions);
  const plain = [...openedBefore.value].map(([person, opened]) => [person, [...opened]]);
  localStorage.setItem(STORED, JSON.stringify(plain));
}

function read(): Opened {
  const plain = JSON.parse(localStorage.getItem(STORED) ?? '[]') as [string, string[]][];
  return new Map(plain.map(([person, opened]) => [person, new Set(opened)]));
}
