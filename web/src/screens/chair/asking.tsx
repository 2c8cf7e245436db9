import { t } from '../../i18n';
import { agenda } from '../../rules/agenda';
import { hands } from '../../rules/queue';
import { act } from '../../sync/cabinet';
import { ordersOf } from '../../sync/queue-orders';
import type { Stream } from '../../sync/stream';
import { Confirm } from '../../ui/dialog';
import { presenceOf } from './floor';
import { type Question, VOTE_QUESTIONS } from './vote-questions';

/** What cannot be taken back and is therefore asked once. */
export type Asking =
  | { what: 'start' | 'end' }
  | { what: 'open' | 'close' | 'publish' | 'remove'; vote: string };

interface AskedProps {
  stream: Stream;
  asking: Asking;
  onClose: () => void;
}

export function Asked({ stream, asking, onClose }: AskedProps) {
  const question = questionOf(stream, asking);
  if (!question) {
    return null;
  }
  const { command, ...words } = question;
  return <Confirm {...words} onConfirm={() => act(stream.id, command)} onClose={onClose} />;
}

function questionOf(stream: Stream, asking: Asking): Question | undefined {
  if (!('vote' in asking)) {
    return asking.what === 'start' ? start(stream) : end(stream);
  }
  const vote = stream.records.row('vote', asking.vote);
  return vote && VOTE_QUESTIONS[asking.what](stream, asking.vote, vote);
}

function start(stream: Stream): Question {
  const { quorate, present, all, needed } = presenceOf(stream);
  return {
    question: t().chair.startQuestion(titleOf(stream)),
    detail: quorate ? '' : t().chair.startShort(present, all, needed),
    act: t().chair.acts.start,
    kind: 'primary',
    command: { type: 'meeting.start' },
  };
}

function end(stream: Stream): Question {
  const items = agenda(stream.records.of('item').value);
  const undone = items.filter(([, item]) => item.state === 'waiting').length;
  return {
    question: t().chair.endQuestion(titleOf(stream)),
    detail: t().chair.endDetail(undone, hands(ordersOf(stream.records).value)),
    act: t().chair.acts.end,
    kind: 'stop',
    command: { type: 'meeting.end' },
  };
}

function titleOf(stream: Stream): string {
  return stream.records.row('meeting', stream.id)?.title ?? '';
}
