/** What the server shows of one stream: the records of every kind, by their names on the wire. */

import type { OfficeRole, Role, Rule, SetScreen } from './wire';

/** What a big screen shows. */
export type Scene = NonNullable<SetScreen['shows']>;

export type Quad = [number, number, number, number];

export interface MeetingRecord {
  title: string;
  place: string;
  agency: string;
  parent_agency: string;
  starts_at: number;
  state: 'prepared' | 'running' | 'paused' | 'ended';
  item: string | null;
  started_at: number | null;
  ended_at: number | null;
  item_since: number | null;
  quorum: [number, number];
  queue_open: boolean;
}

export interface MemberRecord {
  name: string;
  title: string;
  unit: string;
  role: Role;
  votes: boolean;
  order: number;
}

export interface AttendanceRecord {
  state: 'absent' | 'present' | 'left' | 'excused';
  at: number | null;
}

export interface AbsenceRecord {
  reason: string;
}

export interface ItemRecord {
  position: number;
  title: string;
  presenter: string;
  minutes: number;
  spent_ms: number;
  state: 'waiting' | 'current' | 'done';
}

export interface ConclusionRecord {
  text: string;
  at: number;
}

export interface PaperRecord {
  item: string;
  title: string;
  position: number;
  state: 'draft' | 'published' | 'recalled';
  version: string;
  published_at: number | null;
}

export interface VersionRecord {
  paper: string;
  number: number;
  name: string;
  kind: 'pdf' | 'docx';
  size: number;
  pages: number;
  state: 'processing' | 'ready' | 'failed';
  reason: string;
  message: string;
  warnings: string[];
}

export interface NoteRecord {
  version: string;
  paper: string;
  page: number;
  quads: Quad[];
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  text: string;
  colour: 'yellow' | 'green' | 'blue' | 'pink';
  author: string;
  shared: boolean;
  at: number;
}

export interface CommentRecord {
  paper: string;
  author: string;
  text: string;
  at: number;
}

export interface SpeechRecord {
  item: string | null;
  user: string;
  subject: string;
  state: 'waiting' | 'speaking' | 'done' | 'withdrawn';
  requested_at: number;
  called_at: number | null;
  deadline: number | null;
  ended_at: number | null;
}

export interface VoteRecord {
  item: string;
  question: string;
  rule: Required<Rule>;
  rule_text: string;
  state: 'prepared' | 'open' | 'closed' | 'published';
  opened_at: number | null;
  closed_at: number | null;
  published_at: number | null;
  entitled: number;
  present: number;
}

export interface ProgressRecord {
  cast: number;
  of: number;
}

export interface VoterRecord {
  vote: string;
  user: string;
}

export interface VotedRecord {
  at: number;
}

export interface MyBallotRecord {
  vote: string;
  choice: 'for' | 'against' | 'other' | 'abstain';
  opinion: string;
  at: number;
}

export interface ResultRecord {
  tally: { for: number; against: number; other: number; abstain: number };
  in_favour: number;
  base: number;
  passed: boolean;
  sentence: string;
}

export interface MinutesEditRecord {
  text: string;
  author: string;
  at: number;
}

export interface UserRecord {
  login: string;
  name: string;
  title: string;
  unit: string;
  role: OfficeRole;
  active: boolean;
}

export interface ScreenRecord {
  position: number;
  name: string;
  shows: Scene;
  text: string;
  paper: string | null;
  page: number;
  part: NonNullable<SetScreen['part']>;
}

/** Every kind of record, by its name on the wire. */
export interface RecordKinds {
  meeting: MeetingRecord;
  member: MemberRecord;
  attendance: AttendanceRecord;
  absence: AbsenceRecord;
  item: ItemRecord;
  conclusion: ConclusionRecord;
  paper: PaperRecord;
  version: VersionRecord;
  note: NoteRecord;
  comment: CommentRecord;
  speech: SpeechRecord;
  vote: VoteRecord;
  progress: ProgressRecord;
  voter: VoterRecord;
  voted: VotedRecord;
  my_ballot: MyBallotRecord;
  result: ResultRecord;
  minutes_edit: MinutesEditRecord;
  screen: ScreenRecord;
  user: UserRecord;
}
