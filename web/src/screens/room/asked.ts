import { signal } from '@preact/signals';
import type { LitPassage } from '../../paper/types';

/** A page that another screen asks the room to open. */
export interface Asked {
  paper: string;
  version: string;
  page: number;
  lit: LitPassage[];
}

export const asked = signal<Asked | null>(null);
