/** What tablet and server say to each other. Times are milliseconds UTC on the server's clock. */

export interface Rule {
  base?: 'cast' | 'entitled' | 'present' | 'valid';
  numerator?: number;
  denominator?: number;
  more_than?: boolean;
  quorum_numerator?: number;
  quorum_denominator?: number;
}

export interface CreateUser {
  type: 'user.create';
  user: string;
  login: string;
  name: string;
  title?: string;
  unit?: string;
  role?: 'administrator' | 'member' | 'secretary';
}

export interface UpdateUser {
  type: 'user.update';
  user: string;
  name: string;
  title: string;
  unit: string;
  role: 'administrator' | 'member' | 'secretary';
  active: boolean;
}

export interface FoundMeeting {
  type: 'meeting.found';
  title: string;
  place: string;
  starts_at: number;
  agency: string;
  parent_agency?: string;
}

export interface UpdateMeeting {
  type: 'meeting.update';
  title: string;
  place: string;
  starts_at: number;
}

export interface StartMeeting {
  type: 'meeting.start';
}

export interface PauseMeeting {
  type: 'meeting.pause';
}

export interface ResumeMeeting {
  type: 'meeting.resume';
}

export interface EndMeeting {
  type: 'meeting.end';
}

export interface AddMember {
  type: 'member.add';
  user: string;
  role: 'chair' | 'delegate' | 'guest' | 'screen' | 'secretary';
  votes?: boolean;
}

export interface RemoveMember {
  type: 'member.remove';
  user: string;
}

export interface AddItem {
  type: 'item.add';
  item: string;
  title: string;
  presenter?: string;
  minutes?: number;
}

export interface UpdateItem {
  type: 'item.update';
  item: string;
  title: string;
  presenter: string;
  minutes: number;
}

export interface MoveItem {
  type: 'item.move';
  item: string;
  position: number;
}

export interface RemoveItem {
  type: 'item.remove';
  item: string;
}

export interface GoToItem {
  type: 'agenda.go';
  item: string;
}

export interface ConcludeItem {
  type: 'item.conclude';
  item: string;
  text: string;
}

export interface CheckIn {
  type: 'attendance.check-in';
}

export interface MarkAttendance {
  type: 'attendance.mark';
  user: string;
  state: 'absent' | 'excused' | 'left' | 'present';
  reason?: string;
}

export interface RetitlePaper {
  type: 'paper.retitle';
  paper: string;
  title: string;
}

export interface PublishPapers {
  type: 'paper.publish';
  papers: string[];
}

export interface RecallPaper {
  type: 'paper.recall';
  paper: string;
}

export interface RemovePaper {
  type: 'paper.remove';
  paper: string;
}

export interface AddNote {
  type: 'note.add';
  note: string;
  version: string;
  page: number;
  quads: [number, number, number, number][];
  exact: string;
  prefix?: string;
  suffix?: string;
  start?: number;
  end?: number;
  text?: string;
  colour?: 'blue' | 'green' | 'pink' | 'yellow';
}

export interface EditNote {
  type: 'note.edit';
  note: string;
  text: string;
}

export interface ShareNote {
  type: 'note.share';
  note: string;
  shared: boolean;
}

export interface RemoveNote {
  type: 'note.remove';
  note: string;
}

export interface AddComment {
  type: 'comment.add';
  comment: string;
  paper: string;
  text: string;
}

export interface RemoveComment {
  type: 'comment.remove';
  comment: string;
}

export interface SetSpeakerQueue {
  type: 'speakers.set';
  open: boolean;
}

export interface RequestSpeech {
  type: 'speech.request';
  speech: string;
  subject?: string;
}

export interface WithdrawSpeech {
  type: 'speech.withdraw';
  speech: string;
}

export interface CallSpeaker {
  type: 'speech.call';
  speech: string;
  seconds?: number;
}

export interface ExtendSpeech {
  type: 'speech.extend';
  speech: string;
  seconds: number;
}

export interface EndSpeech {
  type: 'speech.end';
  speech: string;
}

export interface PrepareVote {
  type: 'vote.prepare';
  vote: string;
  item: string;
  question: string;
  rule: Rule;
}

export interface RemoveVote {
  type: 'vote.remove';
  vote: string;
}

export interface OpenVote {
  type: 'vote.open';
  vote: string;
}

export interface CastBallot {
  type: 'ballot.cast';
  vote: string;
  choice: 'abstain' | 'against' | 'for' | 'other';
  opinion?: string;
}

export interface CloseVote {
  type: 'vote.close';
  vote: string;
}

export interface PublishVote {
  type: 'vote.publish';
  vote: string;
}

export interface EditMinutes {
  type: 'minutes.edit';
  block: string;
  text: string;
}

export interface RestoreMinutes {
  type: 'minutes.restore';
  block: string;
}

export type Command =
  | CreateUser
  | UpdateUser
  | FoundMeeting
  | UpdateMeeting
  | StartMeeting
  | PauseMeeting
  | ResumeMeeting
  | EndMeeting
  | AddMember
  | RemoveMember
  | AddItem
  | UpdateItem
  | MoveItem
  | RemoveItem
  | GoToItem
  | ConcludeItem
  | CheckIn
  | MarkAttendance
  | RetitlePaper
  | PublishPapers
  | RecallPaper
  | RemovePaper
  | AddNote
  | EditNote
  | ShareNote
  | RemoveNote
  | AddComment
  | RemoveComment
  | SetSpeakerQueue
  | RequestSpeech
  | WithdrawSpeech
  | CallSpeaker
  | ExtendSpeech
  | EndSpeech
  | PrepareVote
  | RemoveVote
  | OpenVote
  | CastBallot
  | CloseVote
  | PublishVote
  | EditMinutes
  | RestoreMinutes;

export type Role = 'chair' | 'secretary' | 'delegate' | 'guest' | 'screen';
export type OfficeRole = 'administrator' | 'secretary' | 'member';

/** Who may send what in a meeting; office roles are written office:… */
export const MAY: Record<Command['type'], readonly string[]> = {
  'user.create': ['office:administrator', 'system'],
  'user.update': ['office:administrator'],
  'meeting.found': ['office:administrator', 'office:secretary', 'system'],
  'meeting.update': ['chair', 'secretary'],
  'meeting.start': ['chair'],
  'meeting.pause': ['chair'],
  'meeting.resume': ['chair'],
  'meeting.end': ['chair'],
  'member.add': ['secretary', 'system'],
  'member.remove': ['secretary'],
  'item.add': ['chair', 'secretary', 'system'],
  'item.update': ['chair', 'secretary'],
  'item.move': ['chair', 'secretary'],
  'item.remove': ['chair', 'secretary'],
  'agenda.go': ['chair'],
  'item.conclude': ['chair', 'secretary'],
  'attendance.check-in': ['chair', 'delegate', 'guest', 'secretary'],
  'attendance.mark': ['chair', 'secretary'],
  'paper.retitle': ['secretary'],
  'paper.publish': ['secretary', 'system'],
  'paper.recall': ['secretary'],
  'paper.remove': ['secretary'],
  'note.add': ['chair', 'delegate', 'guest', 'secretary'],
  'note.edit': ['chair', 'delegate', 'guest', 'secretary'],
  'note.share': ['chair', 'delegate', 'guest', 'secretary'],
  'note.remove': ['chair', 'delegate', 'guest', 'secretary'],
  'comment.add': ['chair', 'delegate', 'guest', 'secretary'],
  'comment.remove': ['chair', 'delegate', 'guest', 'secretary'],
  'speakers.set': ['chair', 'secretary'],
  'speech.request': ['chair', 'delegate', 'guest'],
  'speech.withdraw': ['chair', 'delegate', 'guest'],
  'speech.call': ['chair'],
  'speech.extend': ['chair'],
  'speech.end': ['chair'],
  'vote.prepare': ['chair', 'secretary', 'system'],
  'vote.remove': ['chair', 'secretary'],
  'vote.open': ['chair'],
  'ballot.cast': ['chair', 'delegate'],
  'vote.close': ['chair'],
  'vote.publish': ['chair'],
  'minutes.edit': ['secretary'],
  'minutes.restore': ['secretary'],
};

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
  voted: VotedRecord;
  my_ballot: MyBallotRecord;
  result: ResultRecord;
  minutes_edit: MinutesEditRecord;
  user: UserRecord;
}
