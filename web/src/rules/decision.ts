import type { MeetingRecord, VoteRecord } from '../records';
import { KINDS, PRESET_IDS, PRESETS, type PresetId } from '../wire';

export type VoteRule = VoteRecord['rule'];
export type Base = VoteRule['base'];

export const BASES = ['present', 'entitled', 'cast', 'valid'] as const satisfies readonly Base[];

/** The rule that votes of this kind of meeting begin with. */
export function firstRule(meeting: MeetingRecord | undefined): VoteRule {
  return PRESETS[meeting ? KINDS[meeting.kind].preset : 'present-majority'].rule;
}

/** The rule by name that says exactly this, if any; how many are chosen and elected is up to the list. */
export function presetOf(rule: VoteRule): PresetId | undefined {
  return PRESET_IDS.find(id => sameRule(PRESETS[id].rule, rule));
}

function sameRule(one: VoteRule, other: VoteRule): boolean {
  const free: readonly string[] = one.method === 'list' ? ['least', 'most', 'seats'] : [];
  return (Object.keys(one) as (keyof VoteRule)[]).every(
    part => one[part] === other[part] || (one.method === other.method && free.includes(part)),
  );
}

/**
 * What is wrong with a fraction typed by hand, or nothing. `more_than` the whole can never be reached; only an
 * election from a list may do without a share ("more than 0").
 */
export function isPossible(rule: VoteRule): boolean {
  const whole = Number.isInteger(rule.numerator) && Number.isInteger(rule.denominator);
  const lowest = rule.method === 'list' && rule.more_than ? 0 : 1;
  const inRange = rule.numerator >= lowest && rule.denominator >= 1 && rule.denominator <= 1000;
  const reachable = rule.more_than ? rule.numerator < rule.denominator : rule.numerator <= rule.denominator;
  return whole && inRange && reachable;
}

/** "2/3"; the whole is "100 %", as the server writes it. */
export function threshold(rule: Pick<VoteRule, 'numerator' | 'denominator'>): string {
  return rule.numerator < rule.denominator ? `${rule.numerator}/${rule.denominator}` : '100 %';
}
