/** Opinions by writing (lấy ý kiến bằng văn bản), on the stream of a circulation. */

import type { AnswerCirculation, EditCirculation, Rule } from './wire';

export type OpinionChoice = AnswerCirculation['choice'];

export interface CirculationRecord {
  question: string;
  explanation: string;
  agency: string;
  parent_agency: string;
  rule: Required<Rule>;
  /** The rule in sentences. */
  rule_text: string;
  deadline: number;
  late: NonNullable<EditCirculation['late']>;
  /** The published result says who said what. */
  names: boolean;
  reminders: { minutes: number; whom: 'everybody' | 'silent' }[];
  tracker: string;
  leader: string;
  state: 'draft' | 'open' | 'closed' | 'published' | 'withdrawn';
  sent_at: number | null;
  closed_at: number | null;
  published_at: number | null;
  withdrawn_at: number | null;
  reason: string;
  extensions: { at: number; before: number; until: number; reason: string }[];
  /** How often the draft was saved, and last by whom (empty: nobody yet). */
  edits: number;
  edited_by: string;
  edited_at: number | null;
}

/** For the desk: whom it goes to. */
export interface CirculationAskedRecord {
  asked: string[];
}

export interface CirculationProgressRecord {
  asked: number;
  answered: number;
}

export interface CirculationResultRecord {
  tally: { for: number; against: number; other: number; abstain: number };
  in_favour: number;
  base: number;
  passed: boolean;
  result: 'passed' | 'rejected' | 'tied' | 'elected';
  sentence: string;
}

/** The own answer, with those it replaced, oldest first; `file` is a name, empty without one. */
export interface MyAnswerRecord {
  choice: OpinionChoice;
  text: string;
  file: string;
  file_size: number;
  at: number;
  late: boolean;
  confirmed_at: number | null;
  first_at: number;
  earlier: { at: number; choice: OpinionChoice; text: string; file: string; confirmed_at: number | null }[];
}

/** For the desk: that somebody answered, never what. */
export interface AnsweredRecord {
  user: string;
  at: number;
  first_at: number;
  late: boolean;
  confirmed_at: number | null;
  changes: number;
}

/** What somebody answered, after the end. */
export interface OpinionRecord {
  user: string;
  choice: OpinionChoice;
  text: string;
  file: string;
  file_size: number;
  at: number;
  late: boolean;
  confirmed_at: number | null;
}
