import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import { missingFor } from '../../rules/quorum';
import { THIN } from '../../rules/vote-draft';
import type { Stream } from '../../sync/stream';
import type { ConfirmProps } from '../../ui/dialog';
import type { Command } from '../../wire';
import { presenceOf } from './floor';
import { readinessOf } from './readiness';
import { quorumWords } from './rule-words';

/** What is asked once before it is done, and what is then done. */
export type Question = Pick<ConfirmProps, 'question' | 'act'> & {
  detail: string;
  warning?: string;
  kind: 'primary' | 'stop';
  command: Command;
};

/** Too few are here: the server would refuse, and the chair knows before the tap. */
const shortOf = (missing: number) => (missing > 0 ? t().checkIn.short(missing) : '');

export const VOTE_QUESTIONS = {
  open(stream: Stream, vote: string, { question, rule, rule_text }: VoteRecord): Question {
    const voters = readinessOf(stream, vote);
    const { present, all } = voters;
    const thin = rule.secrecy === 'secret' && present < THIN ? t().voteDesk.thin : '';
    const said = [rule_text, quorumWords(rule), t().ballots.openDetail(present, all), thin];
    return {
      question: t().ballots.openQuestion(question),
      detail: said.filter(Boolean).join(' '),
      warning: shortOf(missingFor(rule, rule.quorum_of === 'members' ? presenceOf(stream) : voters)),
      act: t().ballots.open,
      kind: 'primary',
      command: { type: 'vote.open', vote },
    };
  },
  close(stream: Stream, vote: string, { question, present, rule }: VoteRecord): Question {
    const progress = stream.records.row('progress', vote) ?? { cast: 0, of: present };
    const secret = rule.secrecy === 'secret' ? t().voteDesk.closeSecret : '';
    const said = [t().ballots.closeDetail(progress.cast, progress.of), secret];
    return {
      question: t().ballots.closeQuestion(question),
      detail: said.filter(Boolean).join(' '),
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
