import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { byName } from '../../rules/names';
import { debatable } from '../../rules/queue';
import { act } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Choice, Field, TextArea } from '../../ui/field';
import type { IconName } from '../../ui/icon';
import type { Command } from '../../wire';
import { nameOf } from '../parts/person';
import { useRoom } from './state';

interface Closing {
  onClose: () => void;
}

/** A turn in the speakers' queue, or a point of order. */
export function SpeechDialog({ kind, onClose }: Closing & { kind: 'speech' | 'order' }) {
  const [subject, setSubject] = useState('');
  const words =
    kind === 'order'
      ? { heading: t().voices.order, label: t().voices.orderSubject, hint: t().voices.orderHint }
      : { heading: t().speaking.request, label: t().speaking.subject, hint: '' };
  return (
    <Ask
      heading={words.heading}
      act={words.heading}
      icon={kind === 'order' ? 'gavel' : 'hand'}
      command={speech =>
        kind === 'order'
          ? { type: 'speech.order', speech, subject: subject.trim() }
          : { type: 'speech.request', speech, subject: subject.trim() }
      }
      onClose={onClose}
    >
      <Field label={words.label} hint={words.hint} value={subject} onValue={setSubject} maxLength={300} />
    </Ask>
  );
}

/** Debate on what was the last on the floor when the dialog opened. */
export function ReplyDialog({ onClose }: Closing) {
  const { stream, user } = useRoom();
  const [subject, setSubject] = useState('');
  const [to] = useState(() => debatable(user.value, stream.records.of('speech').value));
  if (!to) {
    return null;
  }
  return (
    <Ask
      heading={t().voices.replyTo(nameOf(stream, to[1].user))}
      act={t().voices.reply}
      icon="quote"
      command={speech => ({ type: 'speech.reply', speech, to_speech: to[0], subject: subject.trim() })}
      onClose={onClose}
    >
      <Field label={t().voices.replySubject} value={subject} onValue={setSubject} maxLength={300} />
    </Ask>
  );
}

/** A question for question time and whom it is put to. */
export function QuestionDialog({ onClose }: Closing) {
  const { stream, user } = useRoom();
  const [to, setTo] = useState('');
  const [question, setQuestion] = useState('');
  const [tried, setTried] = useState(false);
  const words = t().voices;
  const others = byName(stream.records.of('member').value).filter(
    ([id, member]) => id !== user.value && member.role !== 'screen',
  );
  return (
    <Ask
      heading={words.ask}
      act={words.ask}
      icon="messageSquare"
      command={speech => {
        setTried(true);
        return to && question.trim()
          ? { type: 'speech.question', speech, to, question: question.trim() }
          : null;
      }}
      onClose={onClose}
    >
      <Choice
        label={words.toField}
        value={to}
        choices={[
          ['', words.choose],
          ...others.map(
            ([id, member]) => [id, [member.name, member.unit].filter(Boolean).join(' · ')] as const,
          ),
        ]}
        error={tried && !to ? words.toNeeded : ''}
        onValue={setTo}
      />
      <TextArea
        label={words.question}
        value={question}
        onValue={setQuestion}
        rows={4}
        maxLength={1000}
        error={tried && !question.trim() ? words.questionNeeded : ''}
      />
    </Ask>
  );
}

interface AskProps extends Closing {
  heading: string;
  act: string;
  icon: IconName;
  /** The command under this name, or null while something is missing. */
  command: (speech: string) => Command | null;
  children: ComponentChildren;
}

/** One name for the request as long as the dialog is open: trying again after a lost network asks once. */
function Ask({ heading, act: word, icon, command, children, onClose }: AskProps) {
  const { stream } = useRoom();
  const [speech] = useState(newId);
  const send = async () => {
    const ready = command(speech);
    if (ready && (await act(stream.id, ready, speech))) {
      onClose();
    }
  };
  return (
    <Dialog heading={heading} onClose={onClose}>
      {children}
      <footer class="dialog-foot">
        <Button onClick={onClose}>{t().common.cancel}</Button>
        <Button kind="primary" icon={icon} onClick={send}>
          {word}
        </Button>
      </footer>
    </Dialog>
  );
}
