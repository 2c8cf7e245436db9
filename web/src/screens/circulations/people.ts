import { signal } from '@preact/signals';
import type { Person } from '../../rules/circulations';
import { get, sentence } from '../../sync/api';
import { whenFinished } from '../../sync/finishing';

/** The people of the office, for those who may see them; null until asked. */
export const people = signal<Person[] | null>(null);
export const peopleFault = signal('');

whenFinished(() => {
  people.value = null;
});

export async function loadPeople(): Promise<void> {
  try {
    people.value = (await get<{ users: Person[] }>('/api/users')).users;
    peopleFault.value = '';
  } catch (error) {
    peopleFault.value = sentence(error);
  }
}

/** A list that can be taken over: of an earlier circulation, or the delegates of a meeting. */
export interface Source {
  id: string;
  title: string;
}

interface Row {
  id: string;
  role: string;
}

export async function loadSources(but: string): Promise<Source[]> {
  const [circulations, meetings] = await Promise.all([
    get<{ circulations: (Row & { question: string })[] }>('/api/circulations'),
    get<{ meetings: (Row & { title: string })[] }>('/api/meetings'),
  ]);
  return [
    ...circulations.circulations.map(({ question, ...row }) => ({ ...row, title: question })),
    ...meetings.meetings,
  ]
    .filter(({ id, role }) => id !== but && (role === 'secretary' || role === 'chair'))
    .map(({ id, title }) => ({ id, title }));
}

interface Snapshot {
  records: {
    circulation_asked?: Record<string, { asked: string[] }>;
    member?: Record<string, { role: string; votes: boolean }>;
  };
}

/** Whom it went to; of a meeting those who vote. */
export async function askedIn(source: string): Promise<string[]> {
  const { records } = await get<Snapshot>(`/api/streams/${encodeURIComponent(source)}`);
  const asked = Object.values(records.circulation_asked ?? {})[0]?.asked;
  return (
    asked ??
    Object.entries(records.member ?? {})
      .filter(([, { role, votes }]) => votes && (role === 'delegate' || role === 'chair'))
      .map(([id]) => id)
  );
}
