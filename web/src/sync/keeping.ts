import { keeper } from '../vault';
import { whenFinished } from './finishing';
import { OFFICE } from './ids';
import type { Change } from './link';
import type { Patient } from './outbox';
import type { Stream } from './stream';

/** The open meeting goes into the tablet's store: at once when papers come or go, else every few seconds. */

const EVERY = 10_000;

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

whenFinished(() => {
  for (const timer of waiting.values()) {
    clearTimeout(timer);
  }
  waiting.clear();
});

export async function keepNow(stream: Stream): Promise<void> {
  clearTimeout(waiting.get(stream.id));
  waiting.delete(stream.id);
  const role = stream.role.peek();
  if (keeper && stream.fresh && role && role !== 'screen' && stream.id !== OFFICE) {
    await keeper.saw(stream.id, { role, records: stream.records.all() });
  }
}

export function keepSoon(stream: Stream, changes: readonly Change[]): void {
  if (changes.some(([kind]) => kind === 'paper' || kind === 'version')) {
    void keepNow(stream);
  } else if (!waiting.has(stream.id)) {
    waiting.set(
      stream.id,
      setTimeout(() => void keepNow(stream), EVERY),
    );
  }
}

/** Whether a note or comment is about a secret paper, of which nothing may lie on the tablet. */
export function isAboutSecret(stream: Stream | undefined, command: Patient): boolean {
  if (!stream) {
    return false;
  }
  const rows = stream.records.all();
  const named = command as { paper?: string; version?: string; note?: string; comment?: string };
  const about =
    named.paper ??
    paperOf(rows.version, named.version) ??
    paperOf(rows.note, named.note) ??
    paperOf(rows.comment, named.comment);
  return (rows.paper?.[about ?? ''] as { secret?: boolean } | undefined)?.secret === true;
}

function paperOf(rows: Record<string, unknown> | undefined, id: string | undefined): string | undefined {
  return id === undefined ? undefined : (rows?.[id] as { paper?: string } | undefined)?.paper;
}
