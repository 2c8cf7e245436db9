/** What the viewer may do for the person on a seat. */

import type { AttendanceRecord, MeetingRecord, MemberRecord, QueueRecord, SpeechRecord } from '../records';
import type { Role } from '../wire';
import type { Entry } from './agenda';

export type SeatAct = { what: 'present' | 'left' } | { what: 'call' | 'end'; speech: string };

export interface Situation {
  role: Role | null;
  meeting: MeetingRecord | undefined;
  member: MemberRecord | undefined;
  attendance: AttendanceRecord | undefined;
  speeches: readonly Entry<SpeechRecord>[];
  queues: ReadonlyMap<string, QueueRecord>;
}

export function atDesk(role: Role | null): boolean {
  return role === 'chair' || role === 'secretary';
}

/** The desk marks who is here until the meeting has ended; the chair calls those who wait and ends a speech. */
export function seatActs(
  user: string,
  { role, meeting, member, attendance, speeches, queues }: Situation,
): SeatAct[] {
  if (!atDesk(role) || !meeting || !member || meeting.state === 'ended' || member.substitute) {
    return [];
  }
  const present = attendance?.state === 'present';
  const acts: SeatAct[] = [];
  if (role === 'chair') {
    const own = speeches.filter(([, speech]) => speech.user === user);
    const now = own.find(([, { state }]) => state === 'speaking' || state === 'paused');
    const next = own.find(
      ([, { state, queue, kind }]) =>
        state === 'waiting' && (kind === 'order' || queues.get(queue)?.state !== 'paused'),
    );
    if (now) {
      acts.push({ what: 'end', speech: now[0] });
    } else if (next && meeting.state === 'running') {
      acts.push({ what: 'call', speech: next[0] });
    }
  }
  acts.push({ what: present ? 'left' : 'present' });
  return acts;
}
