import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { InvitationRecord, MemberRecord } from '../../records';
import { answerOf } from '../../rules/answers';
import { act } from '../../sync/cabinet';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { useClosing } from '../../ui/closing';
import type { IconName } from '../../ui/icon';
import { type Answer, AnswerDialog } from '../parts/answer-dialog';
import '../parts/answer.css';
import { useRaise, useRoom } from './state';

const LOOKS: Record<InvitationRecord['answer'] | 'asked' | 'refused', readonly [IconName, Tone]> = {
  attend: ['circleCheck', 'good'],
  decline: ['circleX', 'warn'],
  substitute: ['users', 'good'],
  asked: ['clock', 'warn'],
  refused: ['circleAlert', 'stop'],
};

/** The person who is asked, as long as there is something to answer. */
function useAsked(): MemberRecord | undefined {
  const { stream, user } = useRoom();
  const { records } = stream;
  const member = records.row('member', user.value);
  const there = records.row('attendance', user.value)?.state === 'present';
  const over = records.row('meeting', stream.id)?.state === 'ended';
  return member?.role === 'screen' || there || over ? undefined : member;
}

/** The question of the invitation until it is answered or the person is there; then what was answered. */
export function Invitation() {
  const { stream, user } = useRoom();
  const raise = useRaise();
  const { records } = stream;
  const member = useAsked();
  const invitation = records.row('invitation', user.value);
  if (!member) {
    return null;
  }
  const answered = answerOf(invitation) !== 'silent' && invitation;
  const maySend = member.role === 'delegate' || member.role === 'guest';
  const sendsOn = records.row('room_rules', stream.id)?.substitutes !== 'none';
  const substitutes = maySend && sendsOn && !member.stands_for;
  const ask = (answer: Answer) => raise(close => <Asking answer={answer} onClose={close} />);
  return answered ? (
    <Answered
      invitation={answered}
      fixed={Boolean(member.substitute) && records.row('meeting', stream.id)?.state !== 'prepared'}
      onAsk={ask}
      substitutes={substitutes}
    />
  ) : (
    <Question onAsk={ask} substitutes={substitutes} />
  );
}

/** Stands as long as there is something to answer. */
function Asking({ answer, onClose }: { answer: Answer; onClose: () => void }) {
  const { stream, user } = useRoom();
  const member = useAsked();
  useClosing(!member, onClose);
  const authority = stream.records.row('invitation', user.value)?.authority;
  return member ? (
    <AnswerDialog
      stream={stream}
      heading={t().invitations[answer]}
      first={answer}
      votes={member.votes || Boolean(authority)}
      onClose={onClose}
    />
  ) : null;
}

interface AskProps {
  substitutes: boolean;
  onAsk: (answer: Answer) => void;
}

function Question({ substitutes, onAsk }: AskProps) {
  return (
    <Card label={t().invitations.heading}>
      <p>{t().invitations.ask}</p>
      <Answers substitutes={substitutes} onAsk={onAsk} />
    </Card>
  );
}

function Answers({ substitutes, onAsk, onDone }: AskProps & { onDone?: () => void }) {
  const { stream } = useRoom();
  const attend = async () => {
    if (await act(stream.id, { type: 'invitation.answer', answer: 'attend' })) {
      onDone?.();
    }
  };
  return (
    <div class="answers">
      <Button icon="circleCheck" kind="primary" onClick={attend}>
        {t().invitations.attend}
      </Button>
      <Button icon="circleX" onClick={() => onAsk('decline')}>
        {t().invitations.decline}
      </Button>
      {substitutes && (
        <Button icon="users" onClick={() => onAsk('substitute')}>
          {t().invitations.substitute}
        </Button>
      )}
    </div>
  );
}

interface AnsweredProps extends AskProps {
  invitation: InvitationRecord;
  /** The substitute sits in the running meeting: only the desk can change it. */
  fixed: boolean;
}

function Answered({ invitation, fixed, substitutes, onAsk }: AnsweredProps) {
  const [changing, setChanging] = useState(false);
  const texts = t().invitations;
  const { answer, state } = invitation;
  const [icon, tone] = LOOKS[state === 'asked' || state === 'refused' ? state : answer];
  const said = answer === 'substitute' ? texts.answered.substitute(invitation.name) : texts.answered[answer];
  return (
    <Card label={texts.heading}>
      <div class="answer-said">
        <Badge icon={icon} tone={tone}>
          {said}
        </Badge>
        {!fixed && (
          <Button kind="quiet" size="small" icon="pencil" onClick={() => setChanging(!changing)}>
            {texts.change}
          </Button>
        )}
      </div>
      {answer === 'substitute' && (
        <p class="small" role="status">
          {[texts.states[state], invitation.authority ? texts.votesFor : texts.votesNot]
            .filter(Boolean)
            .join('. ')}
          .
        </p>
      )}
      {invitation.decision && <p class="small">{texts.because(invitation.decision)}</p>}
      {changing && !fixed && (
        <Answers substitutes={substitutes} onAsk={onAsk} onDone={() => setChanging(false)} />
      )}
    </Card>
  );
}
