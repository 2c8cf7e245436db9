import { signal } from '@preact/signals';
import type { LitPassage } from '../../paper/types';
import { go } from '../../route';

/** What another screen asks the room to open; without a page where this person left the paper. */
export interface Asked {
  paper: string;
  version: string;
  page?: number;
  lit: LitPassage[];
}

export const asked = signal<Asked | null>(null);

/** Leads to the room with this version of a paper open. */
export function openInRoom(stream: string, paper: string, version: string): void {
  asked.value = { paper, version, lit: [] };
  go(`/meeting/${stream}/room`);
}
