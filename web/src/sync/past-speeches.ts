/** How long people spoke in earlier meetings: asked once when the desk looks at its forecast. */

import { type Signal, signal } from '@preact/signals';
import type { PastSpeeches } from '../rules/forecast';
import { get } from './api';
import { whenFinished } from './finishing';

const held = new Map<string, Signal<PastSpeeches | undefined>>();
whenFinished(() => held.clear());

/** Undefined until it is known; without an answer the forecast goes by this meeting alone. */
export function pastSpeechesOf(stream: string): Signal<PastSpeeches | undefined> {
  let found = held.get(stream);
  if (!found) {
    found = signal<PastSpeeches | undefined>(undefined);
    held.set(stream, found);
    void load(stream, found);
  }
  return found;
}

async function load(stream: string, into: Signal<PastSpeeches | undefined>): Promise<void> {
  try {
    into.value = await get<PastSpeeches>(`/api/streams/${encodeURIComponent(stream)}/past-speeches`);
  } catch {
    held.delete(stream); // the next look asks again
  }
}
