import { t } from '../../i18n';
import type { SpeechRecord } from '../../records';
import { debatable } from '../../rules/queue';
import { Button } from '../../ui/button';
import { useKeptFocus } from '../../ui/focus';
import type { IconName } from '../../ui/icon';
import { MAY } from '../../wire';
import { QuestionDialog, ReplyDialog, SpeechDialog } from './speech-dialogs';
import { useRaise, useRoom } from './state';

type Kind = Exclude<SpeechRecord['kind'], 'answer'>;

const COMMANDS = {
  speech: 'speech.request',
  question: 'speech.question',
  reply: 'speech.reply',
  order: 'speech.order',
} as const;

/** The ways to ask for the floor that are open to this person now; what is asked for already is not offered again. */
export function Asks() {
  const room = useRoom();
  const raise = useRaise();
  const offers = useOffers();
  const place = useKeptFocus<HTMLDivElement>();
  const role = room.stream.role.value ?? 'guest';
  const meeting = room.stream.records.row('meeting', room.stream.id);
  if (!MAY['speech.request'].includes(role) || !meeting || meeting.state === 'ended') {
    return null;
  }
  const ask = (kind: Kind) => raise(close => <AskDialog kind={kind} onClose={close} />);
  return (
    <div {...place} class="asks">
      {offers.speech && <Ask kind="speech" icon="hand" word={t().speaking.request} onAsk={ask} />}
      {offers.question && <Ask kind="question" icon="messageSquare" word={t().voices.ask} onAsk={ask} />}
      <Gates />
      {(offers.reply || offers.order) && (
        <div class="row asks-more">
          {offers.reply && <Ask small kind="reply" icon="quote" word={t().voices.reply} onAsk={ask} />}
          {offers.order && <Ask small kind="order" icon="gavel" word={t().voices.order} onAsk={ask} />}
        </div>
      )}
    </div>
  );
}

function AskDialog({ kind, onClose }: { kind: Kind; onClose: () => void }) {
  switch (kind) {
    case 'question':
      return <QuestionDialog onClose={onClose} />;
    case 'reply':
      return <ReplyDialog onClose={onClose} />;
    default:
      return <SpeechDialog kind={kind} onClose={onClose} />;
  }
}

/** Which of the four may be asked for now; the server decides by the same rules. */
function useOffers(): Record<Kind, boolean> {
  const { stream, user } = useRoom();
  const { records } = stream;
  const role = stream.role.value ?? 'guest';
  const speeches = records.of('speech').value;
  const own = [...speeches.values()].filter(speech => speech.user === user.value);
  const free = (kind: Kind) =>
    MAY[COMMANDS[kind]].includes(role) && !own.some(one => one.kind === kind && one.state === 'waiting');
  const speaks = own.some(one => one.state === 'speaking' || one.state === 'paused');
  const gate = (queue: 'speakers' | 'questions') => records.row('queue', queue)?.state;
  const running = records.row('meeting', stream.id)?.state === 'running';
  const to = debatable(user.value, speeches)?.[1];
  return {
    speech: free('speech') && !speaks && gate('speakers') === 'open',
    question: free('question') && !speaks && gate('questions') === 'open',
    reply: free('reply') && running && to !== undefined && gate(to.queue) !== 'paused',
    order: free('order') && running,
  };
}

/** Why there is nothing to ask for, where that is so. */
function Gates() {
  const { stream } = useRoom();
  const { speakers, questions } = {
    speakers: stream.records.row('queue', 'speakers')?.state,
    questions: stream.records.row('queue', 'questions')?.state,
  };
  const said = [
    speakers === 'closed' && questions === 'closed' && t().voices.closed.speakers,
    speakers === 'paused' && t().voices.queuePaused.speakers,
    questions === 'paused' && t().voices.queuePaused.questions,
  ].filter(Boolean);
  return said.length ? <p class="quiet small">{said.join(' ')}</p> : null;
}

interface AskProps {
  kind: Kind;
  icon: IconName;
  word: string;
  small?: boolean;
  onAsk: (kind: Kind) => void;
}

function Ask({ kind, icon, word, small, onAsk }: AskProps) {
  return (
    <Button
      kind={small ? 'plain' : 'primary'}
      size={small ? 'small' : 'normal'}
      wide={!small}
      icon={icon}
      onClick={() => onAsk(kind)}
    >
      {word}
    </Button>
  );
}
