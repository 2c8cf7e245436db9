import { signal } from '@preact/signals';

type Opened = ReadonlyMap<string, ReadonlySet<string>>;

/** Which versions each person has opened since the page was loaded: it shows before the server's record of it comes. */
export const openedBefore = signal<Opened>(new Map());

export function rememberOpened(user: string, version: string): void {
  const before = openedBefore.peek().get(user);
  if (!user || before?.has(version)) {
    return;
  }
  openedBefore.value = new Map(openedBefore.peek()).set(user, new Set([...(before ?? []), version]));
}
