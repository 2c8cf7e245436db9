import type { InvitationRecord, MemberRecord } from '../records';
import type { Entry } from './agenda';
import { inOrder } from './attendance-table';

type Rows<Row> = ReadonlyMap<string, Row>;

export interface AnswerCounts {
  attend: number;
  decline: number;
  substitute: number;
  silent: number;
}

/** Those who are asked to come and answer for themselves: everybody but screens and substitutes. */
export const isInvited = (member: MemberRecord) => member.role !== 'screen' && !member.stands_for;

/** A substitution that was revoked is no answer any more; one that was refused still says who was meant. */
export function answerOf(invitation: InvitationRecord | undefined): keyof AnswerCounts {
  return !invitation || invitation.state === 'revoked' ? 'silent' : invitation.answer;
}

export function answerCounts(members: Rows<MemberRecord>, answers: Rows<InvitationRecord>): AnswerCounts {
  const counts = { attend: 0, decline: 0, substitute: 0, silent: 0 };
  for (const [user, member] of members) {
    if (isInvited(member)) {
      counts[answerOf(answers.get(user))] += 1;
    }
  }
  return counts;
}

/** Substitutions that wait for the chair, in the members' order. */
export function requests(
  members: Rows<MemberRecord>,
  answers: Rows<InvitationRecord>,
): Entry<InvitationRecord>[] {
  return inOrder(members).flatMap(([user]) => {
    const answer = answers.get(user);
    return answer?.state === 'asked' ? [[user, answer] as const] : [];
  });
}
