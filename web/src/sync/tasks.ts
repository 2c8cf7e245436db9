/** The stream of tasks: one list for home, desk and the task's own page, followed while the person is signed in. */

import type { TaskRecord } from '../records';
import type { Entry } from '../rules/agenda';
import type { Viewer } from '../rules/tasks';
import type { Command } from '../wire';
import { csrfToken, get, NetworkLost, refusal } from './api';
import { openStream, send } from './cabinet';
import { newId } from './ids';
import { me } from './session';
import type { Stream } from './stream';

export const TASKS = 'tasks';

export function taskStream(): Stream {
  return openStream(TASKS);
}

export function viewer(): Viewer {
  const user = me.value?.user;
  return { id: user?.id ?? '', unit: user?.unit ?? '', role: user?.role ?? 'member' };
}

/** Sends a command about a task; raises Refusal or NetworkLost. */
export function tellTask(command: Command, key?: string): Promise<unknown> {
  return send(TASKS, command, key);
}

export async function closedTasks(words: string): Promise<Entry<TaskRecord>[]> {
  const path = `/api/tasks/closed?${new URLSearchParams({ words: words.trim().slice(0, 100) })}`;
  return named(await get<Named>(path));
}

/** Open tasks of earlier meetings of this meeting's kind, as far as this person sees them. */
export async function unfinishedTasks(meeting: string): Promise<Entry<TaskRecord>[]> {
  return named(await get<Named>(`/api/streams/${encodeURIComponent(meeting)}/unfinished`));
}

interface Named {
  tasks: (TaskRecord & { id: string })[];
}

function named({ tasks }: Named): Entry<TaskRecord>[] {
  return tasks.map(({ id, ...task }) => [id, task] as const);
}

/** A task that is not followed any more: closed ones are kept in the register. */
export function oneTask(id: string): Promise<TaskRecord> {
  return get<TaskRecord>(`/api/tasks/${encodeURIComponent(id)}`);
}

export async function knownUnits(): Promise<string[]> {
  return (await get<{ units: string[] }>('/api/tasks/units')).units;
}

export interface Person {
  id: string;
  name: string;
  title: string;
  unit: string;
}

export async function findPeople(words: string): Promise<Person[]> {
  const path = `/api/documents/people?words=${encodeURIComponent(words)}`;
  return (await get<{ people: Person[] }>(path)).people;
}

/** Sends one file and gives the name under which a report can mention it; raises Refusal or NetworkLost. */
export async function attachFile(task: string, file: File, id = newId()): Promise<string> {
  const path = `/api/tasks/${encodeURIComponent(task)}/files?${new URLSearchParams({ file: id })}`;
  const headers = {
    'X-CSRF-Token': csrfToken(),
    'Idempotency-Key': id,
    'X-File-Name': encodeURIComponent(file.name.normalize('NFC')),
    'Accept-Language': document.documentElement.lang || 'vi',
    'Content-Type': 'application/octet-stream',
  };
  const response = await fetch(path, {
    method: 'POST',
    headers,
    body: file,
    credentials: 'same-origin',
  }).catch(error => {
    throw new NetworkLost('', { cause: error });
  });
  if (!response.ok) {
    throw refusal(response.status, await response.json().catch(() => undefined));
  }
  return id;
}
