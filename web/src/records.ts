/** What the server shows of one stream: the records of every kind, by their names on the wire. */

import type {
  AnsweredRecord,
  CirculationAskedRecord,
  CirculationProgressRecord,
  CirculationRecord,
  CirculationResultRecord,
  MyAnswerRecord,
  OpinionRecord,
} from './records-circulations';
import type { LetterRecord, NoticeRecord, ReminderRecord } from './records-letters';
import type {
  CommentRecord,
  InkPlaceRecord,
  NoteRecord,
  PlacementRecord,
  StrokeRecord,
} from './records-marks';
import type {
  MinutesCorrectionRecord,
  MinutesParagraphRecord,
  MinutesSealRecord,
  OfficialFormRecord,
  OfficialNumberRecord,
  OfficialTemplateRecord,
  SignedDocumentRecord,
} from './records-official';
import type {
  DocumentRecord,
  FolderRecord,
  MyDocumentRecord,
  PaperGroupRecord,
  PaperReadersRecord,
  PaperRecord,
  PaperRequestRecord,
  RecalledRecord,
} from './records-papers';
import type { DismissedCandidateRecord, TaskRecord } from './records-tasks';
import type {
  LiveTallyRecord,
  MyBallotRecord,
  MySealedRecord,
  ProgressRecord,
  ResultRecord,
  RollCallRecord,
  SealedListRecord,
  TallyEntryRecord,
  VotedRecord,
  VoteListRecord,
  VoteRecord,
  VoterRecord,
} from './records-votes';
import type {
  MeetingKind,
  MeetingPlan,
  OfficeRole,
  Role,
  SetPosition,
  SetScreen,
  SetSpeakerRule,
} from './wire';

export * from './records-circulations';
export * from './records-letters';
export * from './records-marks';
export * from './records-official';
export * from './records-papers';
export * from './records-tasks';
export * from './records-votes';

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
  ends_at: number | null;
  /** Why it does not take place; empty for every other meeting. */
  called_off: string;
}

/** How meetings of one sort are laid out. */
export interface MeetingTemplateRecord {
  name: string;
  plan: MeetingPlan;
}

/** People whom the office invites or asks together. */
export interface PeopleGroupRecord {
  name: string;
  people: string[];
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

/** A substitute who has no part any more: his name stays beside what he did. */
export interface FormerMemberRecord {
  name: string;
  title: string;
  unit: string;
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
  /** What it shows of its own: the unfinished work of earlier meetings, or nothing. */
  about: '' | 'unfinished';
}

export interface ConclusionRecord {
  text: string;
  at: number;
}

/** Somebody was handed a copy of a secret paper. */
export interface OpeningRecord {
  paper: string;
  user: string;
  at: number;
}

export interface VersionRecord {
  paper: string;
  number: number;
  name: string;
  kind: string;
  size: number;
  pages: number;
  state: 'processing' | 'ready' | 'failed';
  reason: string;
  message: string;
  warnings: string[];
  /** Letters of scanned pages are being recognised; the paper can be read meanwhile. */
  work: '' | 'recognise';
  /** The assistant finds its words. */
  indexed: boolean;
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
  /** The place among the others where the chair's hand orders the queue: a number between those of its neighbours. */
  hand: number;
  called_at: number | null;
  spoken_ms: number;
  since: number | null;
  deadline: number | null;
  left_ms: number | null;
  ended_at: number | null;
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
  email: string;
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

/** Whom the chair has named to present pages. */
export interface PresenterRecord {
  user: string;
}

/** How many pages of a version somebody has seen; its id is `version.user`. */
export interface ReadingRecord {
  version: string;
  user: string;
  count: number;
}

/** Where the reader's own copy is open, and which pages were seen: a bit a page in base64. */
export interface ReadingPlaceRecord {
  version: string;
  page: number;
  seen: string;
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

/** A room of the office. `rows` is its grid: "o" a seat, "." a gap, "#" the stage (rules/seats). */
export interface HallRecord {
  name: string;
  rows: string[];
}

/** The plan that the meeting took from a room. */
export interface SeatPlanRecord {
  hall: string;
  name: string;
  rows: string[];
}

/** By person: the seat's name, "C12". */
export interface SeatRecord {
  seat: string;
}

/** Every kind of record, by its name on the wire. */
export interface RecordKinds {
  meeting: MeetingRecord;
  member: MemberRecord;
  attendance: AttendanceRecord;
  former_member: FormerMemberRecord;
  absence: AbsenceRecord;
  invitation: InvitationRecord;
  room_rules: RoomRulesRecord;
  service: ServiceRecord;
  item: ItemRecord;
  conclusion: ConclusionRecord;
  paper: PaperRecord;
  paper_readers: PaperReadersRecord;
  recalled: RecalledRecord;
  paper_group: PaperGroupRecord;
  opening: OpeningRecord;
  paper_request: PaperRequestRecord;
  document: DocumentRecord;
  my_document: MyDocumentRecord;
  folder: FolderRecord;
  version: VersionRecord;
  note: NoteRecord;
  stroke: StrokeRecord;
  ink_place: InkPlaceRecord;
  placement: PlacementRecord;
  comment: CommentRecord;
  queue: QueueRecord;
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
  minutes_paragraph: MinutesParagraphRecord;
  minutes_seal: MinutesSealRecord;
  minutes_correction: MinutesCorrectionRecord;
  official_form: OfficialFormRecord;
  meeting_template: MeetingTemplateRecord;
  people_group: PeopleGroupRecord;
  letter: LetterRecord;
  reminder: ReminderRecord;
  notice: NoticeRecord;
  official_number: OfficialNumberRecord;
  official_template: OfficialTemplateRecord;
  signed_document: SignedDocumentRecord;
  circulation: CirculationRecord;
  circulation_asked: CirculationAskedRecord;
  circulation_progress: CirculationProgressRecord;
  circulation_result: CirculationResultRecord;
  my_answer: MyAnswerRecord;
  answered: AnsweredRecord;
  opinion: OpinionRecord;
  screen: ScreenRecord;
  presenter: PresenterRecord;
  reading: ReadingRecord;
  reading_place: ReadingPlaceRecord;
  position: PositionRecord;
  block: BlockRecord;
  user: UserRecord;
  hall: HallRecord;
  seat_plan: SeatPlanRecord;
  seat: SeatRecord;
  task: TaskRecord;
  dismissed_candidate: DismissedCandidateRecord;
}
