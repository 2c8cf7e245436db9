import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MemberRecord } from '../../records';
import { answerOf, isInvited } from '../../rules/answers';
import type { Stream } from '../../sync/stream';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import type { IconName } from '../../ui/icon';
import { AnswerDialog } from '../parts/answer-dialog';
import { nameOf } from '../parts/person';
import { FormDialog, tell } from './form-dialog';

const LOOKS: Record<ReturnType<typeof answerOf>, readonly [IconName, Tone]> = {
  attend: ['circleCheck', 'good'],
  decline: ['circleX', 'warn'],
  substitute: ['users', 'primary'],
  silent: ['circle', 'plain'],
};

interface LineProps {
  stream: Stream;
  user: string;
  member: MemberRecord;
}

/** What one member answered, who stands in for whom, and the desk's own entry of an answer. */
export function AnswerWords({ stream, user, member }: LineProps) {
  const texts = t().invitations;
  if (member.stands_for) {
    return (
      <Badge icon="users" tone="primary">
        {texts.standsFor(nameOf(stream, member.stands_for))}
      </Badge>
    );
  }
  if (!isInvited(member)) {
    return null;
  }
  const invitation = stream.records.row('invitation', user);
  const answer = answerOf(invitation);
  const [icon, tone] = LOOKS[answer];
  const state = invitation && answer === 'substitute' ? texts.states[invitation.state] : '';
  const words = {
    attend: texts.attend,
    decline: texts.decline,
    substitute: texts.replacedBy(invitation?.name ?? ''),
    silent: texts.silent,
  };
  return (
    <Badge icon={icon} tone={tone}>
      {[words[answer], state].filter(Boolean).join(': ')}
    </Badge>
  );
}

/** Enters an answer that came by telephone or letter, or ends a substitution when the person has come. */
export function AnswerActs({ stream, user, member }: LineProps) {
  const [open, setOpen] = useState(false);
  const state = stream.records.row('meeting', stream.id)?.state;
  const there = stream.records.row('attendance', user)?.state === 'present';
  if (state === 'ended' || there || !isInvited(member)) {
    return null;
  }
  const revoking = Boolean(member.substitute);
  const texts = t().invitations;
  return (
    <>
      <Button
        size="small"
        kind="quiet"
        icon={revoking ? 'rotateCcw' : 'pencil'}
        label={revoking ? texts.revokeOf(member.name) : texts.recordOf(member.name)}
        onClick={() => setOpen(true)}
      >
        {revoking ? texts.revoke : texts.record}
      </Button>
      {open && revoking && (
        <Revoke stream={stream} user={user} member={member} onClose={() => setOpen(false)} />
      )}
      {open && !revoking && (
        <AnswerDialog
          stream={stream}
          user={user}
          heading={texts.answerOf(member.name)}
          first="attend"
          votes={member.votes}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Revoke({ stream, user, member, onClose }: LineProps & { onClose: () => void }) {
  const texts = t().invitations;
  const [reason, setReason] = useState(texts.revokeDefault);
  const submit = () => tell(stream.id, { type: 'substitute.revoke', user, reason: reason.trim() });
  return (
    <FormDialog heading={texts.revokeOf(member.name)} act={texts.revoke} onSubmit={submit} onClose={onClose}>
      <p>{texts.revokeDetail(nameOf(stream, member.substitute), member.name)}</p>
      <Field label={texts.revokeReason} value={reason} onValue={setReason} maxLength={300} required />
    </FormDialog>
  );
}
