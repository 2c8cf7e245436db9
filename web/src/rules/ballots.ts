/** What stands on one ballot, and whether it can be sent as it stands. */

import type { VoteRecord } from '../records';

export const CHOICES = ['for', 'against', 'other', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];
export const MARKS = ['for', 'against', 'abstain'] as const;
export type Mark = (typeof MARKS)[number];

/** One of the three is filled in, by the method of the vote: a choice, picks from the list, or a mark for each. */
export interface Marks {
  choice: Choice | '';
  opinion: string;
  picks: string[];
  marks: Record<string, Mark>;
}

export const NO_MARKS: Marks = { choice: '', opinion: '', picks: [], marks: {} };

/** Picks are a set: their order says nothing. */
export function sameMarks(one: Marks, other: Marks): boolean {
  return (
    one.choice === other.choice &&
    one.opinion === other.opinion &&
    sameList([...one.picks].sort(), [...other.picks].sort()) &&
    sameList(pairs(one.marks), pairs(other.marks))
  );
}

function pairs(marks: Marks['marks']): string[] {
  return Object.entries(marks)
    .map(([option, mark]) => `${option} ${mark}`)
    .sort();
}

function sameList(one: string[], other: string[]): boolean {
  return one.length === other.length && one.every((item, place) => item === other[place]);
}

type Paper = Pick<VoteRecord, 'options' | 'rule'>;

/** `blank`: it may be sent, but says nothing, so it is asked once. */
export type Fitness = 'fits' | 'blank' | 'too-few' | 'too-many' | 'unmarked';

export function fitness({ options, rule }: Paper, { choice, picks, marks }: Marks): Fitness {
  switch (rule.method) {
    case 'standard':
      return choice ? 'fits' : 'unmarked';
    case 'list':
      return fitnessOfPicks(picks.length, rule.least, rule.most);
    case 'candidates':
      return options.every(option => marks[option.id]) ? 'fits' : 'unmarked';
  }
}

function fitnessOfPicks(count: number, least: number, most: number): Fitness {
  if (count === 0) {
    return 'blank';
  }
  if (count < least) {
    return 'too-few';
  }
  return count > most ? 'too-many' : 'fits';
}

/** How much is filled in, of how much: picks of the most allowed, marks of all options. */
export function filled({ options, rule }: Paper, { picks, marks }: Marks): readonly [number, number] {
  return rule.method === 'list'
    ? [picks.length, rule.most]
    : [options.filter(option => marks[option.id]).length, options.length];
}

/**
 * A tap on an option of a list: chosen ones are let go; where one may be chosen, another takes its place; a full
 * ballot takes no more (undefined).
 */
export function togglePick(picks: readonly string[], option: string, most: number): string[] | undefined {
  if (picks.includes(option)) {
    return picks.filter(pick => pick !== option);
  }
  if (most === 1) {
    return [option];
  }
  return picks.length < most ? [...picks, option] : undefined;
}
