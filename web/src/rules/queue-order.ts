/**
 * Who gets the floor next, and why: the rule of icabinet/domain/speakers.py, worked out on the tablet from the requests
 * that it knows anyway. With a thousand people waiting the order itself would be 45 kB at every tap of anybody.
 * tests/cli/test_queue_orders.py writes the cases that hold both to each other (web/test/queue-orders.jsonl).
 */

import type { QueueName, QueueRecord, SpeechRecord } from '../records';

export type Policy = QueueRecord['policy'];

/** Somebody who waits. */
export interface Wish {
  speech: string;
  user: string;
  unit: string;
  kind: SpeechRecord['kind'];
  at: number;
  hand: number;
  /** A reply by the person whose question is debated. */
  asked: boolean;
}

/** Somebody who has had the floor from `at` on, for `ms` so far. */
export interface Talk {
  user: string;
  unit: string;
  kind: SpeechRecord['kind'];
  at: number;
  ms: number;
}

/** How many stand before somebody, by the reason that puts them there; no reason, no entry. */
export type Before = Partial<
  Record<'order' | 'reply' | 'newcomers' | 'shorter' | 'units' | 'earlier' | 'hand', number>
>;

export interface Standing {
  speech: string;
  before: Before;
}

export interface QueueOrder {
  places: readonly Standing[];
}

interface Past {
  turns: Map<string, number>;
  ms: Map<string, number>;
  units: Map<string, number>;
  last: string;
}

type Rule = (wishes: readonly Wish[], had: Past, before: Before) => Standing[];

/** Everybody who waits, the next one first, each with what stands before. */
export function placed(policy: Policy, wishes: readonly Wish[], talks: readonly Talk[]): Standing[] {
  const orders = wishes.filter(({ kind }) => kind === 'order').sort(came);
  const first = orders.map(({ speech }, index) => standing(speech, { earlier: index }));
  if (policy === 'by-hand') {
    const rest = wishes.filter(({ kind }) => kind !== 'order').sort((a, b) => a.hand - b.hand || came(a, b));
    return [
      ...first,
      ...rest.map(({ speech }, index) => standing(speech, { order: orders.length, hand: index })),
    ];
  }
  const replies = wishes
    .filter(({ kind }) => kind === 'reply')
    .sort((a, b) => Number(b.asked) - Number(a.asked) || came(a, b));
  const rest = wishes.filter(({ kind }) => kind !== 'order' && kind !== 'reply');
  const before = { order: orders.length, reply: replies.length };
  return [
    ...first,
    ...replies.map(({ speech }, index) => standing(speech, { order: orders.length, reply: index })),
    ...RULES[policy](rest, past(talks), before),
  ];
}

const RULES: Record<Exclude<Policy, 'by-hand'>, Rule> = {
  'first-come': byTime,
  'first-timers': newcomersFirst,
  'alternate-units': unitsInTurn,
};

function byTime(wishes: readonly Wish[], _: Past, before: Before): Standing[] {
  return [...wishes].sort(came).map(({ speech }, index) => standing(speech, { ...before, earlier: index }));
}

/** Who has not spoken in this queue; then the others, who has had less time first. */
function newcomersFirst(wishes: readonly Wish[], had: Past, before: Before): Standing[] {
  const spoke = ({ user }: Wish) => (had.turns.get(user) ?? 0) > 0;
  const fresh = wishes.filter(wish => !spoke(wish));
  const time = ({ user }: Wish) => had.ms.get(user) ?? 0;
  const again = wishes.filter(spoke).sort((a, b) => time(a) - time(b) || came(a, b));
  let shorter = 0;
  const later = again.map((wish, index) => {
    if (index > 0 && time(again[index - 1]!) < time(wish)) {
      shorter = index;
    }
    return standing(wish.speech, { ...before, newcomers: fresh.length, shorter, earlier: index - shorter });
  });
  return [...byTime(fresh, had, before), ...later];
}

/** The unit with the fewest turns, then who asked first; never the same unit twice while another one waits. */
function unitsInTurn(wishes: readonly Wish[], had: Past, before: Before): Standing[] {
  const lines = new Map<string, Wish[]>();
  for (const wish of [...wishes].sort(came).reverse()) {
    const unit = unitOf(wish);
    lines.set(unit, [...(lines.get(unit) ?? []), wish]);
  }
  const turns = new Map([...lines.keys()].map(unit => [unit, had.units.get(unit) ?? 0]));
  const seen: Wish[] = [];
  const places: Standing[] = [];
  let last = had.last;
  while (lines.size > 0) {
    const unit = nextUnit(lines, turns, last);
    const line = lines.get(unit)!;
    const wish = line.pop()!;
    const earlier = placeIn(seen, wish);
    places.push(standing(wish.speech, { ...before, earlier, units: places.length - earlier }));
    seen.splice(earlier, 0, wish);
    turns.set(unit, turns.get(unit)! + 1);
    if (line.length === 0) {
      lines.delete(unit);
    }
    last = unit;
  }
  return places;
}

function nextUnit(lines: Map<string, Wish[]>, turns: Map<string, number>, last: string): string {
  let best = '';
  for (const [unit, line] of lines) {
    if (unit === last && lines.size > 1) {
      continue;
    }
    const than = lines.get(best);
    if (!than || turns.get(unit)! - turns.get(best)! < 0) {
      best = unit;
    } else if (turns.get(unit) === turns.get(best) && came(line.at(-1)!, than.at(-1)!) < 0) {
      best = unit;
    }
  }
  return best;
}

/** How many of those sorted by their asking asked before this one. */
function placeIn(sorted: readonly Wish[], wish: Wish): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (came(sorted[middle]!, wish) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function past(talks: readonly Talk[]): Past {
  const had: Past = { turns: new Map(), ms: new Map(), units: new Map(), last: '' };
  const ordinary = talks.filter(({ kind }) => kind === 'speech' || kind === 'question');
  for (const talk of ordinary.sort((a, b) => a.at - b.at)) {
    had.last = unitOf(talk);
    add(had.turns, talk.user, 1);
    add(had.ms, talk.user, talk.ms);
    add(had.units, had.last, 1);
  }
  return had;
}

function add(sums: Map<string, number>, key: string, number: number): void {
  sums.set(key, (sums.get(key) ?? 0) + number);
}

/** Somebody without a unit stands alone. */
function unitOf({ user, unit }: Pick<Wish, 'user' | 'unit'>): string {
  return unit || `\0${user}`;
}

function came(one: Wish, other: Wish): number {
  return one.at - other.at || (one.speech < other.speech ? -1 : one.speech > other.speech ? 1 : 0);
}

function standing(speech: string, before: Before): Standing {
  return { speech, before: Object.fromEntries(Object.entries(before).filter(([, count]) => count > 0)) };
}

type Speeches = ReadonlyMap<string, SpeechRecord>;

/** The order of one queue from everything that was asked and said in it. */
export function orderOf(
  queue: QueueName,
  policy: Policy,
  speeches: Speeches,
  unitOfUser: (user: string) => string,
): QueueOrder {
  const own = [...speeches].filter(([, speech]) => speech.queue === queue);
  const wishes = own.filter(([, { state }]) => state === 'waiting');
  const talks = own.filter(([, { called_at }]) => called_at !== null);
  return {
    places: placed(
      policy,
      wishes.map(([speech, row]) => wishOf(speech, row, unitOfUser(row.user), speeches)),
      talks.map(([, { user, kind, called_at, spoken_ms }]) => ({
        user,
        unit: unitOfUser(user),
        kind,
        at: called_at ?? 0,
        ms: spoken_ms,
      })),
    ),
  };
}

function wishOf(speech: string, row: SpeechRecord, unit: string, speeches: Speeches): Wish {
  const { user, kind, requested_at: at, hand } = row;
  return { speech, user, unit, kind, at, hand, asked: kind === 'reply' && asked(row, speeches) };
}

/** Whether the reply is to the own question, or to the answer to it. */
function asked({ to_speech, user }: SpeechRecord, speeches: Speeches): boolean {
  const to = speeches.get(to_speech ?? '');
  const question = to?.kind === 'answer' ? speeches.get(to.to_speech ?? '') : to;
  return question?.kind === 'question' && question.user === user;
}
