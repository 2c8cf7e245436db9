import { signal } from '@preact/signals';
import { get, sentence } from '../../sync/api';
import { act, send } from '../../sync/cabinet';
import { whenFinished } from '../../sync/finishing';
import { keptMine, sawMine } from '../../vault';
import type { Kept } from '../../vault/mine';
import type { Command } from '../../wire';

export type { Kept, KeptDocument } from '../../vault/mine';

export const kept = signal<Kept | null>(null);
export const fault = signal('');
/** When the list was so, while the server is away and the tablet's own memory is shown. */
export const keptAt = signal<number | null>(null);

whenFinished(() => {
  kept.value = null;
  keptAt.value = null;
});

export async function loadKept(): Promise<void> {
  try {
    const fresh = await get<Kept>('/api/documents');
    kept.value = fresh;
    fault.value = '';
    keptAt.value = null;
    void sawMine(fresh);
  } catch (error) {
    const before = await keptMine();
    kept.value ??= before?.kept ?? null;
    keptAt.value = before?.at ?? null;
    fault.value = before ? '' : sentence(error);
  }
}

/** The stream of the office, to which people's own things belong. */
const OFFICE = 'office';

/** Sends a command and shows what came of it; the sentence why not, or an empty one. */
export async function change(command: Command): Promise<string> {
  try {
    await send(OFFICE, command);
    await loadKept();
    return '';
  } catch (error) {
    return sentence(error);
  }
}

/** True when it was recorded. Puts a paper of a meeting among one's own documents. */
export async function keepPaper(document: string, meeting: string, paper: string): Promise<boolean> {
  const command = { type: 'document.keep', document, folder: '', meeting, paper } as const;
  const done = await act(OFFICE, command);
  kept.value = null;
  return done;
}
