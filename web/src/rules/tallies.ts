import type { VoteRecord } from '../records';
import type { HandSums, HandTally } from '../wire';

/** A count as it is being typed: whole numbers, nothing typed is 0. */
export interface Sheet {
  kind: 'paper' | 'hands';
  ballots: number;
  blank: number;
  invalid: number;
  tally: Required<HandTally>;
  lines: Record<string, Required<HandSums>>;
}

export const EMPTY: Sheet = {
  kind: 'paper',
  ballots: 0,
  blank: 0,
  invalid: 0,
  tally: { for: 0, against: 0, other: 0, abstain: 0 },
  lines: {},
};

const NOTHING = { for: 0, against: 0, abstain: 0 };

export function lineOf(sheet: Sheet, option: string): Required<HandSums> {
  return sheet.lines[option] ?? NOTHING;
}

/** Ballots that say something. */
export function valid(sheet: Sheet): number {
  return sheet.ballots - sheet.blank - sheet.invalid;
}

export type Fault =
  | { what: 'sum'; counted: number; ballots: number }
  | { what: 'line'; label: string; valid: number }
  | { what: 'picks'; least: number; most: number };

/** What cannot be so, or nothing; the server asks the same. */
export function faultOf(sheet: Sheet, vote: Pick<VoteRecord, 'rule' | 'options'>): Fault | null {
  const { rule, options } = vote;
  if (rule.method === 'standard') {
    const { tally } = sheet;
    const counted = tally.for + tally.against + tally.other + tally.abstain + sheet.blank + sheet.invalid;
    return counted === sheet.ballots ? null : { what: 'sum', counted, ballots: sheet.ballots };
  }
  const most = valid(sheet);
  if (most < 0) {
    return { what: 'sum', counted: sheet.blank + sheet.invalid, ballots: sheet.ballots };
  }
  const full = options.find(({ id }) => sumOf(lineOf(sheet, id)) > most);
  if (full) {
    return { what: 'line', label: full.label, valid: most };
  }
  return rule.method === 'list' ? picksFault(sheet, vote, most) : null;
}

function picksFault(sheet: Sheet, { rule, options }: Pick<VoteRecord, 'rule' | 'options'>, ballots: number) {
  const chosen = options.reduce((sum, { id }) => sum + lineOf(sheet, id).for, 0);
  const [least, most] = [ballots * rule.least, ballots * rule.most];
  return chosen >= least && chosen <= most ? null : ({ what: 'picks', least, most } as const);
}

function sumOf(line: Required<HandSums>): number {
  return line.for + line.against + line.abstain;
}

/** Whole numbers only: "12", "012"; anything else counts as 0. */
export function amount(said: string): number {
  return /^\d{1,6}$/.test(said.trim()) ? Number(said) : 0;
}
