import { signal } from '@preact/signals';
import type { CirculationRecord } from '../../records';
import { get, sentence } from '../../sync/api';
import { setServerTime } from '../../sync/clock';
import { whenFinished } from '../../sync/finishing';

/** One opinion by writing, as it stands in a list. */
export interface CirculationLine {
  id: string;
  question: string;
  agency: string;
  state: CirculationRecord['state'];
  role: 'secretary' | 'delegate';
  late: CirculationRecord['late'];
  deadline: number;
  closed_at: number | null;
  asked: number;
  answered: number;
  answered_at: number | null;
  passed: boolean | null;
}

/** Those that wait for this person first; null until the server has answered. */
export const lines = signal<readonly CirculationLine[] | null>(null);
export const listFault = signal('');

whenFinished(() => {
  lines.value = null;
  listFault.value = '';
});

export async function loadLines(): Promise<void> {
  const asked = Date.now();
  try {
    const answer = await get<{ now: number; circulations: CirculationLine[] }>('/api/circulations');
    setServerTime(answer.now, asked);
    lines.value = answer.circulations;
    listFault.value = '';
  } catch (error) {
    listFault.value = sentence(error);
  }
}
