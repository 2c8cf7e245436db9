/** What a task's state means for the person who looks at it. The server decides by the same table (domain/tasks). */

import type { TaskRecord, TaskState } from '../records';
import type { Plan } from '../wire';
import type { Entry } from './agenda';
import { matches } from './names';

export interface Viewer {
  id: string;
  unit: string;
  role: string;
}

export type Side = 'owner' | 'helper' | 'desk';
export type TaskAct =
  | 'accept'
  | 'report'
  | 'ask-time'
  | 'answer-time'
  | 'finish'
  | 'confirm'
  | 'return'
  | 'edit'
  | 'cancel';

const HANDS: readonly Side[] = ['owner', 'desk'];
const RULES: Record<TaskAct, { before: readonly TaskState[]; by: readonly Side[] }> = {
  accept: { before: ['given'], by: HANDS },
  report: { before: ['accepted'], by: ['owner', 'helper', 'desk'] },
  'ask-time': { before: ['given', 'accepted'], by: HANDS },
  'answer-time': { before: ['given', 'accepted'], by: ['desk'] },
  finish: { before: ['accepted'], by: HANDS },
  confirm: { before: ['done'], by: ['desk'] },
  return: { before: ['done'], by: ['desk'] },
  edit: { before: ['given', 'accepted'], by: ['desk'] },
  cancel: { before: ['given', 'accepted', 'done'], by: ['desk'] },
};

/** Groups of the person among the parties of tasks. */
function isOf(viewer: Viewer, party: string): boolean {
  return party === `user:${viewer.id}` || (viewer.unit !== '' && party === `unit:${viewer.unit}`);
}

export function sidesOf(task: TaskRecord, viewer: Viewer): readonly Side[] {
  const found: Side[] = [];
  if (isOf(viewer, task.owner)) {
    found.push('owner');
  }
  if (task.collaborators.some(party => isOf(viewer, party))) {
    found.push('helper');
  }
  if (viewer.role === 'secretary' || task.desk.some(party => isOf(viewer, party))) {
    found.push('desk');
  }
  return found;
}

/** What this person may do with it now. More time is asked once, and answered once it is asked. */
export function actsOf(task: TaskRecord, viewer: Viewer): readonly TaskAct[] {
  const sides = sidesOf(task, viewer);
  return (Object.keys(RULES) as TaskAct[]).filter(act => {
    const { before, by } = RULES[act];
    const asked = act === 'ask-time' ? !task.asked_until : act === 'answer-time' ? task.asked_until : true;
    return asked && before.includes(task.state) && by.some(side => sides.includes(side));
  });
}

export type Standing = 'overdue' | 'soon' | 'open' | 'done' | 'closed';

const DAY = 86_400_000;
/** A task is due soon in its last three days. */
export const SOON = 3 * DAY;

/** What was done waits for the desk's word and is late no more. */
export function standing(task: Pick<TaskRecord, 'state' | 'deadline'>, now: number): Standing {
  if (task.state === 'confirmed' || task.state === 'cancelled') {
    return 'closed';
  }
  if (task.state === 'done') {
    return 'done';
  }
  if (task.deadline < now) {
    return 'overdue';
  }
  return task.deadline - now <= SOON ? 'soon' : 'open';
}

/** Whole days from now to the deadline; negative when it is over. */
export function daysLeft(deadline: number, now: number): number {
  return deadline >= now ? Math.floor((deadline - now) / DAY) : -Math.ceil((now - deadline) / DAY);
}

type Tasks = Iterable<Entry<TaskRecord>>;

/** The nearest deadline first, so that overdue ones lead; what waits for the desk's word comes last. */
export function byUrgency(tasks: Tasks): Entry<TaskRecord>[] {
  const waits = (task: TaskRecord) => (task.state === 'done' ? 1 : 0);
  return [...tasks].sort(([, one], [, other]) => waits(one) - waits(other) || one.deadline - other.deadline);
}

/** Those that the person or his unit does, or works on. */
export function mine(tasks: Tasks, viewer: Viewer): Entry<TaskRecord>[] {
  return byUrgency(tasks).filter(([, task]) => {
    const sides = sidesOf(task, viewer);
    return sides.includes('owner') || sides.includes('helper');
  });
}

/** Those on which the desk owes a word: what is done, and who asks for more time. */
export function waitingForDesk(tasks: Tasks, viewer: Viewer): Entry<TaskRecord>[] {
  return byUrgency(tasks).filter(
    ([, task]) =>
      sidesOf(task, viewer).includes('desk') && (task.state === 'done' || task.asked_until !== null),
  );
}

export interface TaskFilter {
  words: string;
  standing: '' | Standing | 'waiting';
  owner: string;
  /** Deadlines up to here; NaN: any. */
  until: number;
}

export const ANY: TaskFilter = { words: '', standing: '', owner: '', until: Number.NaN };

export function filtered(tasks: Tasks, filter: TaskFilter, now: number): Entry<TaskRecord>[] {
  return byUrgency(tasks).filter(([, task]) => {
    const stands =
      filter.standing === '' ||
      (filter.standing === 'waiting' ? task.asked_until !== null || task.state === 'done' : false) ||
      filter.standing === standing(task, now);
    const owned = filter.owner === '' || task.owner === filter.owner || `unit:${task.unit}` === filter.owner;
    const due = Number.isNaN(filter.until) || task.deadline <= filter.until;
    const said = `${task.title} ${partyWords(task, task.owner)} ${task.unit} ${task.meeting_title}`;
    return stands && owned && due && matches(said, filter.words);
  });
}

/** Owners and their units, for the filter's list. */
export function ownersOf(tasks: Tasks): [party: string, words: string][] {
  const found = new Map<string, string>();
  for (const [, task] of tasks) {
    found.set(task.owner, partyWords(task, task.owner));
    if (task.unit) {
      found.set(`unit:${task.unit}`, task.unit);
    }
  }
  return [...found].sort(([, one], [, other]) => one.localeCompare(other, 'vi'));
}

/** A person's name, or a unit's. */
export function partyWords(task: Pick<TaskRecord, 'names'>, party: string): string {
  return task.names[party] ?? party.replace(/^(user|unit):/, '');
}

export type Clarity = 'person' | 'work' | 'time' | 'responsibility' | 'result';

/** Which of the five clarities a plan lacks, by the server's rule (domain/tasks.unclear). */
export function unclear(plan: Plan, now: number): Clarity[] {
  const lacks: Record<Clarity, boolean> = {
    person: !plan.owner,
    work: plan.title.trim().split(/\s+/).filter(Boolean).length < 3,
    time: (plan.deadline ?? 0) <= now,
    responsibility: !plan.owner.startsWith('user:') && !plan.answers?.trim(),
    result: !plan.result?.trim(),
  };
  return (Object.keys(lacks) as Clarity[]).filter(clarity => lacks[clarity]);
}
