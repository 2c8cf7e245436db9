import './paper.css';
import { library, PaperReader } from './reader';
import type { MountReader } from './types';

export type { OnePage } from './one-page';
export { onePage } from './one-page';
export type { Part, Shown } from './region';
export type * from './types';

/** Puts a reader into `host`, which must have a height of its own. */
export const mountReader: MountReader = (host, options) => new PaperReader(host, options);

/** Downloads a paper that will probably be read next; safe to call often. */
export function prefetch(url: string): void {
  library.prefetch(url);
}

/** Has the reader's own parts loaded before a paper is opened. */
export function warmUp(): void {
  void import('./pdf').then(({ startWorker }) => startWorker());
}

/** Takes a paper out of memory, as a recall demands; without an address, all of them (at the end of a session). */
export function forget(url?: string): void {
  library.forget(url);
}
