import { get } from '../../sync/api';
import { newId } from '../../sync/ids';
import type { MeetingPlan } from '../../wire';

export interface Source {
  id: string;
  name: string;
  starts_at: number | null;
}

export interface Sources {
  templates: Source[];
  meetings: Source[];
}

/** `names`: of the members who still have an account in use. */
export interface Told {
  plan: MeetingPlan;
  names: Record<string, string>;
}

export const EMPTY = '';

export const loadSources = () => get<Sources>('/api/plans');

export const planOfMeeting = (meeting: string) =>
  get<Told>(`/api/streams/${encodeURIComponent(meeting)}/plan`);

/** "t:…" is a template, "m:…" a meeting. */
export function loadPlan(chosen: string): Promise<Told> {
  const id = chosen.slice(2);
  return chosen.startsWith('t:') ? get<Told>(`/api/plans/${encodeURIComponent(id)}`) : planOfMeeting(id);
}

/** Items of another meeting under names of their own. */
export function newItems(plan: MeetingPlan): MeetingPlan['items'] {
  return plan.items.map(item => ({ ...item, item: newId() }));
}
