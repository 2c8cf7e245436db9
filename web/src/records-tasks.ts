/** Tasks under way, as the stream of tasks shows them to their parties. */

import type { Quotation } from './wire';

export type TaskState = 'given' | 'accepted' | 'done' | 'confirmed' | 'cancelled';

/** Work found in a paper that the desk does not give as a task. */
export interface DismissedCandidateRecord {
  by: string;
  at: number;
}

/** One line of a task's history; `until` is a deadline that was asked for or granted. */
export interface TaskStep {
  at: number;
  by: string;
  name: string;
  act: TaskStepAct;
  text: string;
  percent: number | null;
  until: number | null;
  files: string[];
  /** The number of its event. */
  seq: number;
}

export type TaskStepAct =
  | 'give'
  | 'edit'
  | 'accept'
  | 'report'
  | 'ask-time'
  | 'grant-time'
  | 'refuse-time'
  | 'finish'
  | 'confirm'
  | 'return'
  | 'cancel';

/** `size` in bytes. */
export interface TaskFile {
  id: string;
  name: string;
  size: number;
}

/** `owner`, `collaborators` and `desk` are "user:…" or "unit:…"; `names` are the words for the people among them. */
export interface TaskRecord {
  title: string;
  owner: string;
  unit: string;
  answers: string;
  collaborators: string[];
  desk: string[];
  names: Record<string, string>;
  deadline: number;
  basis: string;
  result: string;
  meeting: string;
  meeting_title: string;
  item: string;
  item_title: string;
  given_at: number;
  quotation: Quotation | null;
  quoted_title: string;
  state: TaskState;
  percent: number;
  outcome: string;
  asked_until: number | null;
  done_at: number | null;
  closed_at: number | null;
  steps: TaskStep[];
  files: TaskFile[];
}
