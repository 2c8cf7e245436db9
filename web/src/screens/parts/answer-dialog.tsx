import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { InvitationRecord } from '../../records';
import type { Stream } from '../../sync/stream';
import { Choice, Field } from '../../ui/field';
import type { AnswerInvitation } from '../../wire';
import { FormDialog, tell } from '../secretary/form-dialog';
import { type Candidate, FindPerson } from './find-person';

export type Answer = InvitationRecord['answer'];
export const ANSWERS = ['attend', 'decline', 'substitute'] as const satisfies readonly Answer[];

export interface AnswerDialogProps {
  stream: Stream;
  /** Whose answer it is, when the desk writes it down for somebody. */
  user?: string;
  heading: string;
  first: Answer;
  /** Whether there is a vote to hand on. */
  votes: boolean;
  onClose: () => void;
}

/** Declining with its reason, or a substitute with or without the vote; the server's sentence when it refuses. */
export function AnswerDialog({ stream, user, heading, first, votes, onClose }: AnswerDialogProps) {
  const [answer, setAnswer] = useState<Answer>(first);
  const [reason, setReason] = useState('');
  const [person, setPerson] = useState<Candidate | null>(null);
  const [authority, setAuthority] = useState(false);
  const texts = t().invitations;
  const submit = async () => {
    if (answer === 'substitute' && !person) {
      return texts.chooseFirst;
    }
    const command: AnswerInvitation = { type: 'invitation.answer', answer, reason: reason.trim() };
    if (user) {
      command.user = user;
    }
    if (answer === 'substitute' && person) {
      Object.assign(command, { substitute: person.id, authority: authority && votes });
    }
    return tell(stream.id, command);
  };
  return (
    <FormDialog heading={heading} act={texts.send} onSubmit={submit} onClose={onClose}>
      {user && (
        <Choice<Answer>
          label={texts.heading}
          value={answer}
          choices={ANSWERS.map(name => [name, texts[name]] as const)}
          onValue={setAnswer}
        />
      )}
      {answer === 'substitute' && <FindPerson stream={stream.id} chosen={person} onChoose={setPerson} />}
      {answer === 'substitute' && votes && (
        <label class="tick">
          <input
            type="checkbox"
            checked={authority}
            onChange={event => setAuthority(event.currentTarget.checked)}
          />
          <span>
            {texts.authority}
            <span class="small quiet candidate-place">{texts.authorityHint}</span>
          </span>
        </label>
      )}
      {answer !== 'attend' && (
        <Field
          label={answer === 'decline' ? texts.reasonNeeded : texts.reason}
          value={reason}
          onValue={setReason}
          maxLength={300}
          required={answer === 'decline'}
        />
      )}
    </FormDialog>
  );
}
