import type { VoteRecord } from '../records';
import { RULE } from '../wire';

export type VoteRule = VoteRecord['rule'];
export type Base = VoteRule['base'];

export const BASES = ['present', 'entitled', 'cast', 'valid'] as const satisfies readonly Base[];

/** The rules that offices use, by name; `custom` is put together by hand. */
export const PRESETS = ['more-present', 'two-present', 'more-entitled', 'two-entitled', 'all-cast'] as const;
export type Preset = (typeof PRESETS)[number];

const RULES: Record<Preset, VoteRule> = {
  'more-present': { ...RULE, base: 'present', numerator: 1, denominator: 2, more_than: true },
  'two-present': { ...RULE, base: 'present', numerator: 2, denominator: 3, more_than: false },
  'more-entitled': { ...RULE, base: 'entitled', numerator: 1, denominator: 2, more_than: true },
  'two-entitled': { ...RULE, base: 'entitled', numerator: 2, denominator: 3, more_than: false },
  'all-cast': { ...RULE, base: 'cast', numerator: 1, denominator: 1, more_than: false },
};

export function presetRule(preset: Preset): VoteRule {
  return RULES[preset];
}

/** What is wrong with a fraction typed by hand, or nothing. `more_than` the whole can never be reached. */
export function isPossible(rule: VoteRule): boolean {
  const whole = Number.isInteger(rule.numerator) && Number.isInteger(rule.denominator);
  const inRange = rule.numerator >= 1 && rule.denominator >= 1 && rule.denominator <= 1000;
  const reachable = rule.more_than ? rule.numerator < rule.denominator : rule.numerator <= rule.denominator;
  return whole && inRange && reachable;
}

/** "2/3"; the whole is "100 %", as the server writes it. */
export function threshold(rule: VoteRule): string {
  return rule.numerator < rule.denominator ? `${rule.numerator}/${rule.denominator}` : '100 %';
}
