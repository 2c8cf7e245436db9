/** A vote as it is being written, and what is still wrong with it. */

import type { VoteListRecord, VoteRecord } from '../records';
import type { Option, PrepareVote } from '../wire';
import { isPossible, type VoteRule } from './decision';

export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 60;
export const LONGEST_LABEL = 300;
/** Below this a secret ballot can be guessed from the result. */
export const THIN = 5;

export interface VoteDraft {
  question: string;
  item: string;
  /** Other items that the vote decides together with its own. */
  more: string[];
  rule: VoteRule;
  /** One option a line. */
  options: string;
  /** Those who may vote with the votes they carry; null: everybody who has a vote. */
  voters: ReadonlyMap<string, number> | null;
  seconds: number;
}

export function draftOf(vote: VoteRecord, list: VoteListRecord | undefined): VoteDraft {
  return {
    question: vote.question,
    item: vote.item,
    more: vote.items.filter(item => item !== vote.item),
    rule: vote.rule,
    options: vote.options.map(option => option.label).join('\n'),
    voters: list ? new Map(list.voters.map(voter => [voter.user, voter.weight])) : null,
    seconds: vote.seconds,
  };
}

/** A number, letter or bullet before a line that was pasted from a list: "1. ", "12) ", "a) ", "- ". */
const BULLET = /^(?:\d{1,3}\s*[.)/:-]|[a-zđ]\s*[.)]|[-–—•*+])\s+/i;

export function labelsOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim().replace(BULLET, '').trim())
    .filter(Boolean);
}

export type Fault =
  | { fault: 'question' | 'fraction' | 'quorum' | 'picks' | 'voters' | 'secret' }
  | { fault: 'count'; least: number; most: number }
  | { fault: 'twice' | 'long'; label: string };

/** The first thing that stands against saving, or nothing. */
export function faultOf(draft: VoteDraft): Fault | undefined {
  if (!draft.question.trim()) {
    return { fault: 'question' };
  }
  if (draft.voters?.size === 0) {
    return { fault: 'voters' };
  }
  return faultOfOptions(draft) ?? faultOfRule(draft.rule) ?? faultOfSecrecy(draft);
}

function faultOfOptions({ rule, options }: VoteDraft): Fault | undefined {
  if (rule.method === 'standard') {
    return undefined;
  }
  const labels = labelsOf(options);
  if (labels.length < FEWEST_OPTIONS || labels.length > MOST_OPTIONS) {
    return { fault: 'count', least: FEWEST_OPTIONS, most: MOST_OPTIONS };
  }
  const twice = labels.find((label, place) => labels.indexOf(label) !== place);
  if (twice) {
    return { fault: 'twice', label: twice };
  }
  const long = labels.find(label => label.length > LONGEST_LABEL);
  return long ? { fault: 'long', label: long.slice(0, 40) } : faultOfPicks(rule, labels.length);
}

function faultOfPicks({ method, least, most, seats }: VoteRule, options: number): Fault | undefined {
  const whole = [least, most, seats].every(Number.isInteger);
  const inList = method !== 'list' || (least >= 1 && least <= most && most <= options && seats >= 1);
  return whole && inList && seats >= 0 && seats <= options ? undefined : { fault: 'picks' };
}

function faultOfRule(rule: VoteRule): Fault | undefined {
  const { quorum_numerator, quorum_denominator, quorum_number } = rule;
  const whole = [quorum_numerator, quorum_denominator, quorum_number].every(Number.isInteger);
  const inRange = quorum_numerator >= 0 && quorum_denominator >= 1 && quorum_number >= 0;
  if (!isPossible(rule)) {
    return { fault: 'fraction' };
  }
  return whole && inRange && quorum_numerator <= quorum_denominator ? undefined : { fault: 'quorum' };
}

/** Live results, a casting vote and weights would each give a secret ballot away. */
function faultOfSecrecy({ rule, voters }: VoteDraft): Fault | undefined {
  const weighted = [...(voters?.values() ?? [])].some(weight => weight > 1);
  const open = rule.shows === 'live' || rule.ties === 'chair' || weighted;
  return rule.secrecy === 'secret' && open ? { fault: 'secret' } : undefined;
}

/** The fields of the command; options that keep their words keep their names. */
export function planOf(
  draft: VoteDraft,
  known: readonly Option[],
  newId: () => string,
): Omit<PrepareVote, 'type' | 'vote'> {
  const labels = draft.rule.method === 'standard' ? [] : labelsOf(draft.options);
  return {
    item: draft.item,
    question: draft.question.trim(),
    rule: draft.rule,
    options: labels.map(label => ({
      id: known.find(option => option.label === label)?.id ?? newId(),
      label,
    })),
    items: [draft.item, ...draft.more],
    voters: [...(draft.voters ?? [])].map(([user, weight]) => ({ user, weight })),
    seconds: draft.seconds,
  };
}
