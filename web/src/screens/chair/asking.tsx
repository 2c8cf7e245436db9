import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import { agenda } from '../../rules/agenda';
import { hands } from '../../rules/queue';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Confirm, type ConfirmProps } from '../../ui/dialog';
import type { Command } from '../../wire';
import { presenceOf } from './floor';
import { quorumWords } from './rule-words';

/** What cannot be taken back and is therefore asked once. */
export type Asking =
  | { what: 'start' | 'end' }
  | { what: 'open' | 'close' | 'publish' | 'remove'; vote: string };

type Question = Pick<ConfirmProps, 'question' | 'act'> & {
  detail: string;
  kind: 'primary' | 'stop';
  command: Command;
};

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
    detail: t().chair.endDetail(undone, hands(stream.records.of('queue_order').value)),
    act: t().chair.acts.end,
    kind: 'stop',
    command: { type: 'meeting.end' },
  };
}

const VOTE_QUESTIONS = {
  open(stream: Stream, vote: string, { question, rule, rule_text }: VoteRecord): Question {
    const { present, all } = presenceOf(stream);
    return {
      question: t().ballots.openQuestion(question),
      detail: [rule_text, quorumWords(rule), t().ballots.openDetail(present, all)].filter(Boolean).join(' '),
      act: t().ballots.open,
      kind: 'primary',
      command: { type: 'vote.open', vote },
    };
  },
  close(stream: Stream, vote: string, { question, present }: VoteRecord): Question {
    const progress = stream.records.row('progress', vote) ?? { cast: 0, of: present };
    return {
      question: t().ballots.closeQuestion(question),
      detail: t().ballots.closeDetail(progress.cast, progress.of),
      act: t().ballots.close,
      kind: 'stop',
      command: { type: 'vote.close', vote },
    };
  },
  publish(_: Stream, vote: string, { question }: VoteRecord): Question {
    return {
      question: t().ballots.publishQuestion(question),
      detail: t().ballots.publishDetail,
      act: t().ballots.publish,
      kind: 'primary',
      command: { type: 'vote.publish', vote },
    };
  },
  remove(_: Stream, vote: string, { question }: VoteRecord): Question {
    return {
      question: t().ballots.removeQuestion(question),
      detail: t().ballots.removeDetail,
      act: t().ballots.remove,
      kind: 'stop',
      command: { type: 'vote.remove', vote },
    };
  },
};

function titleOf(stream: Stream): string {
  return stream.records.row('meeting', stream.id)?.title ?? '';
}
