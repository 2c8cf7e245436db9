/** Opinions by writing: what is said of a deadline, who has answered, and the rules that offices choose. */

import type { AnsweredRecord, CirculationRecord, MemberRecord } from '../records';
import { RULE, type Rule } from '../wire';
import type { Entry } from './agenda';
import { compareNames, folded } from './names';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Two units at most, rounded down: "2 days 3 hours". */
export interface Span {
  days: number;
  hours: number;
  minutes: number;
}

export function spanOf(milliseconds: number): Span {
  const length = Math.abs(milliseconds);
  return {
    days: Math.floor(length / DAY),
    hours: Math.floor((length % DAY) / HOUR),
    minutes: Math.floor((length % HOUR) / MINUTE),
  };
}

type Timed = Pick<CirculationRecord, 'state' | 'deadline' | 'late'>;

/** Whether an answer would be taken now. The server's clock decides. */
export function takesAnswers({ state, deadline, late }: Timed, now: number): boolean {
  return state === 'open' && (now <= deadline || late === 'taken');
}

export interface Standing {
  user: string;
  member: MemberRecord;
  answered: AnsweredRecord | undefined;
}

export type Group = 'silent' | 'lateOnes' | 'inTime';

/** Everybody asked, by given name, in three groups: those who are waited for first. */
export function standings(
  members: ReadonlyMap<string, MemberRecord>,
  answered: ReadonlyMap<string, AnsweredRecord>,
): Record<Group, Standing[]> {
  const byUser = new Map([...answered.values()].map(row => [row.user, row]));
  const groups: Record<Group, Standing[]> = { silent: [], lateOnes: [], inTime: [] };
  const asked = [...members].filter(([, { role }]) => role === 'delegate');
  for (const [user, member] of asked.sort(([, one], [, other]) => compareNames(one.name, other.name))) {
    const row = byUser.get(user);
    groups[row ? (row.late ? 'lateOnes' : 'inTime') : 'silent'].push({ user, member, answered: row });
  }
  return groups;
}

export const RULE_NAMES = ['majority', 'thirds', 'government', 'answers', 'all'] as const;
export type RuleName = (typeof RULE_NAMES)[number] | 'own';

const ENTITLED = { ...RULE, base: 'entitled', quorum_numerator: 0, quorum_denominator: 1 } as const;

export const RULES: Record<(typeof RULE_NAMES)[number], Required<Rule>> = {
  majority: ENTITLED,
  thirds: { ...ENTITLED, numerator: 2, denominator: 3, more_than: false },
  government: { ...ENTITLED, ties: 'chair' },
  answers: { ...ENTITLED, base: 'cast' },
  all: { ...ENTITLED, numerator: 1, denominator: 1, more_than: false },
};

const QUORUM = ['quorum_numerator', 'quorum_denominator'] as const;

/** The rule by name; how many have to answer is asked beside it. */
export function ruleName(rule: Required<Rule>): RuleName {
  const parts = (Object.keys(rule) as (keyof Rule)[]).filter(
    part => !(QUORUM as readonly string[]).includes(part),
  );
  return RULE_NAMES.find(name => parts.every(part => RULES[name][part] === rule[part])) ?? 'own';
}

export type QuorumName = 'none' | 'half' | 'thirds';

const QUORUMS: Record<QuorumName, readonly [number, number]> = { none: [0, 1], half: [1, 2], thirds: [2, 3] };

export function quorumName({ quorum_numerator, quorum_denominator }: Required<Rule>): QuorumName {
  if (quorum_numerator === 0) {
    return 'none';
  }
  return quorum_numerator / quorum_denominator > 0.5 ? 'thirds' : 'half';
}

export function withQuorum(rule: Required<Rule>, name: QuorumName): Required<Rule> {
  const [quorum_numerator, quorum_denominator] = QUORUMS[name];
  return { ...rule, quorum_numerator, quorum_denominator };
}

export interface Person {
  id: string;
  login: string;
  name: string;
  title: string;
  unit: string;
  active: boolean;
}

export function byUnit(people: readonly Person[]): Entry<Person[]>[] {
  const units = new Map<string, Person[]>();
  for (const person of people) {
    units.set(person.unit, [...(units.get(person.unit) ?? []), person]);
  }
  const sorted = [...units].sort(([one], [other]) => one.localeCompare(other, 'vi'));
  return sorted.map(([unit, found]) => [unit, found.sort((a, b) => compareNames(a.name, b.name))]);
}

/** What a pasted list names: each line a name or sign-in name; a name that several people bear is left to the person. */
export interface Pasted {
  found: string[];
  unknown: string[];
  doubtful: string[];
}

export function matchPasted(text: string, people: readonly Person[]): Pasted {
  const result: Pasted = { found: [], unknown: [], doubtful: [] };
  for (const line of text.split(/[\n;]/).map(bare).filter(Boolean)) {
    const wanted = folded(line);
    const same = people.filter(
      ({ name, login }) => folded(name) === wanted || login.toLowerCase() === wanted,
    );
    const exact = same.filter(({ name }) => name.normalize('NFC') === line.normalize('NFC'));
    const meant = exact.length === 1 ? exact : same;
    if (meant.length === 1) {
      result.found.push(meant[0]!.id);
    } else {
      result[meant.length ? 'doubtful' : 'unknown'].push(line);
    }
  }
  return result;
}

/** Without the number of a list, a form of address, and what a table puts behind the name. */
function bare(line: string): string {
  return line
    .split('\t')
    .map(cell => cell.trim())
    .filter(cell => !/^\d*[.)]?$/.test(cell))
    .slice(0, 1)
    .join('')
    .replace(/^\d+[.)]\s*/, '')
    .replace(/^[-–•]\s*/, '')
    .replace(/^(Ông|Bà|Đồng chí|Đ\/c)\s*:?\s+/i, '')
    .replace(/\s*[,;].*$/, '')
    .trim();
}
