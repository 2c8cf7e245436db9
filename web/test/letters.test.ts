import { expect, test } from 'vitest';
import type { LetterRecord, MeetingRecord, MemberRecord } from '../src/records';
import { invited, isStuck } from '../src/rules/letters';

const meeting = { title: 'Họp', place: 'P1', starts_at: 1000, ends_at: 2000 } as MeetingRecord;
const member = { name: 'A', role: 'delegate', order: 0 } as MemberRecord;
const letter = (state: LetterRecord['state']) =>
  ({
    user: 'd1',
    state,
    calendar: { method: 'REQUEST', sequence: 0, title: 'Họp', place: 'P1', starts_at: 1000, ends_at: 2000 },
  }) as LetterRecord;
const of = (state: LetterRecord['state']) =>
  invited(new Map([['d1', member]]), new Map([['l1', letter(state)]]), meeting)[0];

test('a letter that was taken back told nobody anything, and is not offered again', () => {
  expect(of('sent')?.wanting).toBe('nothing');
  expect(of('taken-back')).toMatchObject({ letter: null, wanting: 'invitation' });
  expect(isStuck(letter('taken-back'))).toBe(false);
  expect(isStuck(letter('refused'))).toBe(true);
});
