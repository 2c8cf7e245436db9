import type { ServiceRecord } from '../records';
import type { Entry } from './agenda';

/** Calls that nobody has answered yet, the oldest first. */
export function openCalls(calls: ReadonlyMap<string, ServiceRecord>): Entry<ServiceRecord>[] {
  return [...calls].filter(([, call]) => call.done_at === null).sort(([, a], [, b]) => a.at - b.at);
}
