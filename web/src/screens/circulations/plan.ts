import type { CirculationRecord } from '../../records';
import { RULES } from '../../rules/circulations';
import { merged, mergedList } from '../../rules/merge';
import { dateField, momentOf, timeField } from '../../rules/moments';
import type { EditCirculation, Rule } from '../../wire';

/** Everything about a draft as it stands in the form. */
export interface Plan {
  question: string;
  explanation: string;
  rule: Required<Rule>;
  date: string;
  clock: string;
  late: CirculationRecord['late'];
  names: boolean;
  tracker: string;
  leader: string;
  asked: string[];
  reminders: CirculationRecord['reminders'];
}

export function planOf(row: CirculationRecord, asked: string[]): Plan {
  const { question, explanation, late, names, tracker, leader, reminders } = row;
  return {
    question,
    explanation,
    late,
    names,
    tracker,
    leader,
    asked,
    reminders,
    rule: { ...RULES.majority, ...row.rule },
    date: dateField(row.deadline),
    clock: timeField(row.deadline),
  };
}

/** As the server will hold it. */
export function tidy(plan: Plan): Plan {
  const leader = plan.asked.includes(plan.leader) ? plan.leader : '';
  return { ...plan, question: plan.question.trim(), leader };
}

/** NaN in `deadline` where day or hour is not filled in. */
export function commandOf(plan: Plan, base: number): EditCirculation {
  const { date, clock, ...facts } = plan;
  return { type: 'circulation.edit', base, ...facts, deadline: momentOf(date, clock) };
}

/** Whom it goes to is put together from both; of everything else each field is one thing. */
export function mergedPlans(base: Plan, mine: Plan, theirs: Plan): { plan: Plan; both: (keyof Plan)[] } {
  const { form, both } = merged(base, tidy(mine), theirs);
  const question = form.question === mine.question.trim() ? mine.question : form.question;
  const asked = mergedList(base.asked, mine.asked, theirs.asked);
  return { plan: { ...form, question, asked }, both: both.filter(name => name !== 'asked') };
}
