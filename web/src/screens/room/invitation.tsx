import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { InvitationRecord } from '../../records';
import { answerOf } from '../../rules/answers';
import { act } from '../../sync/cabinet';
import { Badge, type Tone } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import type { IconName } from '../../ui/icon';
import { type Answer, AnswerDialog } from '../parts/answer-dialog';
import '../parts/answer.css';
import { useRoom } from './state';

const LOOKS: Record<InvitationRecord['answer'] | 'asked' | 'refused', readonly [IconName, Tone]> = {
  attend: ['circleCheck', 'good'],
  decline: ['circleX', 'warn'],
  substitute: ['users', 'good'],
  asked: ['clock', 'warn'],
  refused: ['circleAlert', 'stop'],
};

/** The question of the invitation until it is answered or the person is there; then what was answered. */
export function Invitation() {
  const { stream, user } = useRoom();
  const [asking, setAsking] = useState<Answer | null>(null);
  const { records } = stream;
  const member = records.row('member', user.value);
  const invitation = records.row('invitation', user.value);
  const there = records.row('attendance', user.value)?.state === 'present';
  const over = records.row('meeting', stream.id)?.state === 'ended';
  if (!member || member.role === 'screen' || there || over) {
    return null;
  }
  const answered = answerOf(invitation) !== 'silent' && invitation;
  const maySend = member.role === 'delegate' || member.role === 'guest';
  const sendsOn = records.row('room_rules', stream.id)?.substitutes !== 'none';
  return (
    <>
      {answered ? (
        <Answered
          invitation={answered}
          fixed={Boolean(member.substitute) && records.row('meeting', stream.id)?.state !== 'prepared'}
          onAsk={setAsking}
          substitutes={maySend && sendsOn && !member.stands_for}
        />
      ) : (
        <Question onAsk={setAsking} substitutes={maySend && sendsOn && !member.stands_for} />
      )}
      {asking && (
        <AnswerDialog
          stream={stream}
          heading={t().invitations[asking]}
          first={asking}
          votes={member.votes || Boolean(invitation?.authority)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
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
