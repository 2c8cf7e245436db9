import type { CalendarEvent, LetterRecord, MeetingRecord, MemberRecord } from '../records';
import type { Entry } from './agenda';
import { inOrder } from './attendance-table';

type Rows<Row> = ReadonlyMap<string, Row>;

/** What calendars show of a meeting whose end nobody planned; the server's rule (domain/calendar.py). */
const USUAL = 2 * 3_600_000;

export interface Invited {
  user: string;
  member: MemberRecord;
  /** The newest letter about the meeting itself. */
  letter: Entry<LetterRecord> | null;
  /** Whether his calendar does not show the meeting as it is. */
  wanting: 'nothing' | 'invitation' | 'changed';
}

/** Every member who gets letters, with what he was told last, in the members' order. */
export function invited(
  members: Rows<MemberRecord>,
  letters: Rows<LetterRecord>,
  meeting: MeetingRecord,
): Invited[] {
  const newest = newestOf(letters);
  return inOrder(members)
    .filter(([, member]) => member.role !== 'screen')
    .map(([user, member]) => {
      const letter = newest.get(user) ?? null;
      return { user, member, letter, wanting: wantingOf(letter?.[1].calendar ?? null, meeting) };
    });
}

function newestOf(letters: Rows<LetterRecord>): Map<string, Entry<LetterRecord>> {
  const found = new Map<string, Entry<LetterRecord>>();
  for (const entry of letters) {
    const [, letter] = entry;
    if (letter.calendar && letter.state !== 'expired' && letter.state !== 'taken-back') {
      const known = found.get(letter.user)?.[1].calendar;
      if (!known || known.sequence < letter.calendar.sequence) {
        found.set(letter.user, entry);
      }
    }
  }
  return found;
}

function wantingOf(told: CalendarEvent | null, meeting: MeetingRecord): Invited['wanting'] {
  if (!told || told.method === 'CANCEL') {
    return 'invitation';
  }
  const same =
    told.title === meeting.title &&
    told.place === meeting.place &&
    told.starts_at === meeting.starts_at &&
    told.ends_at === plannedEnd(meeting);
  return same ? 'nothing' : 'changed';
}

export function plannedEnd({ starts_at, ends_at }: { starts_at: number; ends_at: number | null }): number {
  return ends_at !== null && ends_at > starts_at ? ends_at : starts_at + USUAL;
}

/** Letters that will not arrive by themselves. */
export const isStuck = (letter: LetterRecord) =>
  letter.state === 'refused' || letter.state === 'no-address' || letter.state === 'expired';
