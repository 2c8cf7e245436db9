/** The records of votes, from the plan to who voted how. */

import type { Option, Rule, VoterLine } from './wire';

export interface VoteRecord {
  item: string;
  items: string[];
  question: string;
  created_at: number;
  rule: Required<Rule>;
  rule_text: string;
  options: Option[];
  seconds: number;
  /** While it is prepared: everybody may read it already. */
  announced: boolean;
  /** The vote that this one repeats. */
  repeats: string | null;
  /** Items that somebody took out of it; they are decided by themselves. */
  pulled: string[];
  state: 'prepared' | 'open' | 'closed' | 'published' | 'void';
  opened_at: number | null;
  deadline: number | null;
  closed_at: number | null;
  published_at: number | null;
  voided_at: number | null;
  /** Why it is void. */
  reason: string;
  entitled: number;
  present: number;
  /** Members off the roll for an interest that they declared. */
  recused: string[];
  /** So few voters that a secret result nearly tells who voted how. */
  thin: boolean;
}

/** Only of a vote with a list of its own; otherwise all voting members may vote. */
export interface VoteListRecord {
  voters: Required<VoterLine>[];
}

export interface ProgressRecord {
  cast: number;
  of: number;
}

export interface Tally {
  for: number;
  against: number;
  other: number;
  abstain: number;
}

/** What is counted so far, in a vote that everybody may watch. */
export interface LiveTallyRecord {
  tally: Tally;
  lines: Record<string, { for: number; against: number; abstain: number }>;
  cast: number;
  blank: number;
  invalid: number;
  paper: number;
}

export interface VoterRecord {
  vote: string;
  user: string;
  weight: number;
}

export interface VotedRecord {
  at: number;
}

/** `choice` in a standard vote, `picks` from a list, `marks` for each candidate. */
export interface MyBallotRecord {
  vote: string;
  choice: 'for' | 'against' | 'other' | 'abstain' | '';
  opinion: string;
  picks: string[];
  marks: Record<string, 'for' | 'against' | 'abstain'>;
  at: number;
}

/** One option in the result of an election. */
export interface ResultLine {
  option: string;
  for: number;
  against: number;
  abstain: number;
  base: number;
  elected: boolean;
  tied: boolean;
}

/** That an own secret ballot was recorded; neither what it says nor its receipt. */
export interface MySealedRecord {
  vote: string;
  at: number;
}

/** A ballot of a secret vote as it was published: what it does not say is left out. */
export interface BoxBallot {
  receipt: string;
  choice?: 'for' | 'against' | 'other' | 'abstain';
  opinion?: string;
  picks?: string[];
  marks?: Record<string, 'for' | 'against' | 'abstain'>;
}

/** That the ballots can be looked at: how many there are, and the SHA-256 of the list that is fetched. */
export interface SealedListRecord {
  vote: string;
  ballots: number;
  sha256: string;
}

/** A count made by hand; it is merged at the close when somebody else has confirmed it. */
export interface TallyEntryRecord {
  vote: string;
  kind: 'paper' | 'hands';
  ballots: number;
  tally: Tally;
  lines: Record<string, { for: number; against: number; abstain: number }>;
  blank: number;
  invalid: number;
  entered_by: string;
  entered_at: number;
  confirmed_by: string | null;
  confirmed_at: number | null;
}

export interface ResultRecord {
  tally: Tally;
  in_favour: number;
  base: number;
  passed: boolean;
  result: 'passed' | 'rejected' | 'tied' | 'elected';
  sentence: string;
  lines: ResultLine[];
  cast: number;
  blank: number;
  invalid: number;
  paper: number;
}

/** That it can be read who voted how (sync/roll-call); `by_hand`: ballots without a name, on paper or by hands. */
export interface RollCallRecord {
  cast: number;
  of: number;
  by_hand: number;
}
