import type { FormerMemberRecord, VoteRecord } from '../records';
import type { BallotLine } from '../sync/roll-call';
import { CHOICES, MARKS } from './ballots';
import { compareNames, matches } from './names';

/** Members, and those who were when they voted. */
type Voters = ReadonlyMap<string, FormerMemberRecord>;

/** One voter as the list shows him. */
export interface RollLine {
  user: string;
  name: string;
  unit: string;
  ballot: BallotLine;
}

/** By given name. */
export function rollLines(lines: readonly BallotLine[], members: Voters): RollLine[] {
  return lines
    .map(ballot => {
      const member = members.get(ballot.user);
      return {
        user: ballot.user,
        name: member?.name ?? '',
        unit: member?.unit ?? '',
        ballot,
      };
    })
    .sort((one, other) => compareNames(one.name, other.name));
}

/** What a list can be narrowed to: an answer (for, …), "blank", "none" (no ballot), "pick.a", "mark.a.for". */
export type Filter = string;

type Method = Pick<VoteRecord, 'rule' | 'options'>;

/** Every answer that a ballot of this vote can hold; "none" is last. */
export function filtersOf({ rule, options }: Method): Filter[] {
  switch (rule.method) {
    case 'standard':
      return [...CHOICES, 'none'];
    case 'list':
      return [...options.map(({ id }) => `pick.${id}`), 'blank', 'none'];
    case 'candidates':
      return [...options.flatMap(({ id }) => MARKS.map(mark => `mark.${id}.${mark}`)), 'blank', 'none'];
  }
}

export function fits({ cast, choice, picks, marks }: BallotLine, filter: Filter): boolean {
  if (filter === 'none' || !cast) {
    return filter === 'none' && !cast;
  }
  if (filter === 'blank') {
    return !choice && !picks?.length && Object.keys(marks ?? {}).length === 0;
  }
  const [kind, option = '', mark] = filter.split('.');
  if (kind === 'pick') {
    return picks?.includes(option) ?? false;
  }
  return kind === 'mark' ? marks?.[option] === mark : choice === filter;
}

/** The lines that have all the words in name or unit, and the answer unless it is ''. */
export function narrowed(lines: readonly RollLine[], words: string, filter: Filter | ''): RollLine[] {
  return lines.filter(
    line => (!filter || fits(line.ballot, filter)) && matches(`${line.name} ${line.unit}`, words),
  );
}

export interface UnitLine {
  unit: string;
  all: number;
  /** By filter, in the order of `filters`. */
  counts: number[];
}

/** How many of each unit gave each of these answers, the units by the alphabet; people without a unit come last. */
export function byUnit(lines: readonly RollLine[], filters: readonly Filter[]): UnitLine[] {
  const units = new Map<string, RollLine[]>();
  for (const line of lines) {
    units.set(line.unit, [...(units.get(line.unit) ?? []), line]);
  }
  const collator = new Intl.Collator('vi');
  return [...units]
    .sort(([one], [other]) => Number(!one) - Number(!other) || collator.compare(one, other))
    .map(([unit, own]) => ({
      unit,
      all: own.length,
      counts: filters.map(filter => own.filter(line => fits(line.ballot, filter)).length),
    }));
}
