import { signal } from '@preact/signals';
import { get } from '../../sync/api';
import { whenFinished } from '../../sync/finishing';
import type { SavePeopleGroup } from '../../wire';

/** People whom the office invites or asks together, by name. */
export interface Group {
  id: string;
  name: string;
  people: string[];
}

/** Null until the server has answered. */
export const groups = signal<readonly Group[] | null>(null);

whenFinished(() => {
  groups.value = null;
});

/** Raises Refusal or NetworkLost. */
export async function loadGroups(): Promise<void> {
  groups.value = (await get<{ groups: Group[] }>('/api/people-groups')).groups;
}

/** Nobody leaves a group because others are added to it. */
export function joined(group: Group, people: readonly string[]): string[] {
  return [...new Set([...group.people, ...people])];
}

/**
 * Adds people to a known group as it stands on the server now, with what another officer changed meanwhile. An empty
 * `name`: as it is called there. Raises Refusal or NetworkLost.
 */
export async function addition(
  known: Group,
  name: string,
  people: readonly string[],
): Promise<SavePeopleGroup> {
  await loadGroups();
  const now = groups.peek()?.find(({ id }) => id === known.id) ?? known;
  return { type: 'people-group.save', group: known.id, name: name || now.name, people: joined(now, people) };
}
