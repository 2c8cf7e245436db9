/** What one person's calendar was told of the meeting. */
export interface CalendarEvent {
  method: 'REQUEST' | 'CANCEL';
  sequence: number;
  title: string;
  place: string;
  starts_at: number;
  ends_at: number;
}

/** One letter to one person; `reply` is what the mail server said, in its own words. */
export interface LetterRecord {
  kind: 'invitation' | 'changed' | 'called-off' | 'reminder' | 'circulation' | 'task';
  subject: string;
  user: string;
  name: string;
  address: string;
  state: 'waiting' | 'sent' | 'refused' | 'expired' | 'no-address' | 'taken-back';
  at: number;
  sent_at: number | null;
  fault: '' | 'address' | 'content' | 'sign-in' | 'unreachable' | 'busy';
  reply: string;
  calendar: CalendarEvent | null;
}

/** `minutes` before what it is about (below 0: after it); `people`: how many it reached. */
export interface ReminderRecord {
  subject: string;
  minutes: number;
  whom: 'everybody' | 'silent';
  due_at: number;
  state: 'waiting' | 'sent' | 'missed';
  people: number;
}

/** A line on a person's own page. */
export interface NoticeRecord {
  title: string;
  text: string;
  link: string;
  at: number;
  seen_at: number | null;
}
