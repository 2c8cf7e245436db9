import { signal } from '@preact/signals';
import type { LetterRecord } from '../../records';
import { get } from '../../sync/api';
import { whenFinished } from '../../sync/finishing';
import { me } from '../../sync/session';

/** Letters of one stream to one person that will not arrive; title, state and fault are those of the newest. */
export interface StuckLetters
  extends Pick<LetterRecord, 'user' | 'name' | 'address' | 'state' | 'fault' | 'reply' | 'at'> {
  stream: string;
  title: string;
  link: string;
  letters: string[];
}

/** Null until the server has answered. */
export const stuckLetters = signal<readonly StuckLetters[] | null>(null);

whenFinished(() => {
  stuckLetters.value = null;
});

/** Nothing is asked for those who look after no letters; raises Refusal or NetworkLost. */
export async function loadStuck(): Promise<void> {
  if (me.value?.user.role !== 'member') {
    stuckLetters.value = (await get<{ letters: StuckLetters[] }>('/api/letters/stuck')).letters;
  }
}
