/** What the server shows of one stream: the records of every kind, by their names on the wire. */

import type {
  MeetingKind,
  OfficeRole,
  Option,
  Role,
  Rule,
  SetPosition,
  SetScreen,
  SetSpeakerRule,
  VoterLine,
} from './wire';

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
  kind: MeetingKind;
}

export interface MemberRecord {
  name: string;
  title: string;
  unit: string;
  role: Role;
  votes: boolean;
  order: number;
  /** Whom this member stands in for; empty for everybody who came himself. */
  stands_for: string;
  /** Who stands in for this member now. */
  substitute: string;
}

export interface InvitationRecord {
  answer: 'attend' | 'decline' | 'substitute';
  state: 'given' | 'asked' | 'accepted' | 'refused' | 'revoked';
  at: number;
  reason: string;
  substitute: string;
  name: string;
  place: string;
  authority: boolean;
  decided_at: number | null;
  decision: string;
}

export interface ServiceRecord {
  user: string;
  kind: 'water' | 'paper' | 'technician' | 'other';
  text: string;
  at: number;
  done_at: number | null;
}

export interface RoomRulesRecord {
  substitutes: 'accepted' | 'free' | 'none';
  code_needed: boolean;
}

export interface AttendanceRecord {
  state: 'absent' | 'present' | 'left' | 'excused';
  at: number | null;
  late: boolean;
  /** Coming, leaving and coming back, in order. */
  passages: ['present' | 'left', number][];
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

export type QueueName = SetSpeakerRule['queue'];

export interface QueueRecord {
  state: 'open' | 'paused' | 'closed';
  policy: SetSpeakerRule['policy'];
  speech_seconds: number;
  reply_seconds: number;
  /** For all speeches of the queue on one item; 0 is no limit. */
  item_seconds: number;
}

/** How many stand before somebody, by the reason that puts them there; reasons without anybody are left out. */
export type BeforeReason = 'order' | 'reply' | 'newcomers' | 'shorter' | 'units' | 'earlier' | 'hand';

export interface QueueOrderRecord {
  places: { speech: string; before: Partial<Record<BeforeReason, number>> }[];
}

/** Its clock runs from `since` to `deadline`, or stands with `left_ms`; `spoken_ms` is the time up to `since`. */
export interface SpeechRecord {
  queue: QueueName;
  kind: 'speech' | 'question' | 'reply' | 'order' | 'answer';
  item: string | null;
  user: string;
  subject: string;
  to_user: string | null;
  to_speech: string | null;
  state: 'waiting' | 'speaking' | 'paused' | 'done' | 'withdrawn';
  requested_at: number;
  called_at: number | null;
  spoken_ms: number;
  since: number | null;
  deadline: number | null;
  left_ms: number | null;
  ended_at: number | null;
}

export interface VoteRecord {
  item: string;
  items: string[];
  question: string;
  rule: Required<Rule>;
  rule_text: string;
  options: Option[];
  seconds: number;
  /** The vote that this one repeats. */
  repeats: string | null;
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

/** In the order of the receipts. */
export interface SealedListRecord {
  vote: string;
  ballots: BoxBallot[];
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

export interface MinutesEditRecord {
  text: string;
  author: string;
  at: number;
}

/** Who takes no part in deciding an item; `by` entered it. */
export interface InterestRecord {
  item: string;
  user: string;
  reason: string;
  by: string;
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

export interface PositionRecord {
  item: string;
  user: string;
  stance: SetPosition['stance'];
  text: string;
  at: number;
}

/** A vote on several items that is not open yet: everybody may still take one out. */
export interface BlockRecord {
  question: string;
  items: string[];
}

/** Every kind of record, by its name on the wire. */
export interface RecordKinds {
  meeting: MeetingRecord;
  member: MemberRecord;
  attendance: AttendanceRecord;
  absence: AbsenceRecord;
  invitation: InvitationRecord;
  room_rules: RoomRulesRecord;
  service: ServiceRecord;
  item: ItemRecord;
  conclusion: ConclusionRecord;
  paper: PaperRecord;
  version: VersionRecord;
  note: NoteRecord;
  comment: CommentRecord;
  queue: QueueRecord;
  queue_order: QueueOrderRecord;
  speech: SpeechRecord;
  vote: VoteRecord;
  vote_list: VoteListRecord;
  progress: ProgressRecord;
  live_tally: LiveTallyRecord;
  voter: VoterRecord;
  voted: VotedRecord;
  my_ballot: MyBallotRecord;
  my_sealed: MySealedRecord;
  sealed_list: SealedListRecord;
  tally_entry: TallyEntryRecord;
  result: ResultRecord;
  roll_call: RollCallRecord;
  interest: InterestRecord;
  minutes_edit: MinutesEditRecord;
  screen: ScreenRecord;
  position: PositionRecord;
  block: BlockRecord;
  user: UserRecord;
}
