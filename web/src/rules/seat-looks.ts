/** What each seat of the live plan shows: always one mark, told by shape, letter and colour. */

import type { AttendanceRecord, SpeechRecord, VotedRecord, VoterRecord } from '../records';
import type { BallotLine } from '../sync/roll-call';
import type { Choice } from './ballots';

export type PresenceMark = 'absent' | 'present' | 'waiting' | 'speaking';
export type VoteMark = 'voted' | 'unvoted' | 'off' | Choice | 'cast' | 'none';
export type SeatMark = 'free' | 'taken' | PresenceMark | VoteMark;

export const PRESENCE_MARKS: readonly SeatMark[] = ['present', 'waiting', 'speaking', 'absent', 'free'];
export const PROGRESS_MARKS: readonly SeatMark[] = ['voted', 'unvoted', 'off', 'free'];
export const CHOICE_MARKS: readonly SeatMark[] = [
  'for',
  'against',
  'other',
  'abstain',
  'none',
  'off',
  'free',
];
export const CAST_MARKS: readonly SeatMark[] = ['cast', 'none', 'off', 'free'];

type Rows<Row> = ReadonlyMap<string, Row>;

export interface Presence {
  attendance: Rows<AttendanceRecord>;
  speaking: ReadonlySet<string>;
  waiting: ReadonlySet<string>;
}

/** Who speaks and who waits to, by user. */
export function voicesOf(speeches: Rows<SpeechRecord>): Pick<Presence, 'speaking' | 'waiting'> {
  const inState = (...states: SpeechRecord['state'][]) =>
    new Set([...speeches.values()].filter(({ state }) => states.includes(state)).map(({ user }) => user));
  return { speaking: inState('speaking', 'paused'), waiting: inState('waiting') };
}

export function presenceMark(user: string, { attendance, speaking, waiting }: Presence): SeatMark {
  if (!user) {
    return 'free';
  }
  if (speaking.has(user)) {
    return 'speaking';
  }
  if (attendance.get(user)?.state !== 'present') {
    return 'absent';
  }
  return waiting.has(user) ? 'waiting' : 'present';
}

export interface Progress {
  vote: string;
  voters: Rows<VoterRecord>;
  voted: Rows<VotedRecord>;
}

/** While a vote is open: only that somebody has voted, never how. */
export function progressMark(user: string, { vote, voters, voted }: Progress): SeatMark {
  const line = `${vote}.${user}`;
  if (!user) {
    return 'free';
  }
  return voters.has(line) ? (voted.has(line) ? 'voted' : 'unvoted') : 'off';
}

/** After a published open vote: how; of an election only that a ballot was cast, for it holds many answers. */
export function ballotMark(user: string, ballots: Rows<BallotLine>): SeatMark {
  const line = ballots.get(user);
  if (!user) {
    return 'free';
  }
  if (!line) {
    return 'off';
  }
  return line.cast ? line.choice || 'cast' : 'none';
}
