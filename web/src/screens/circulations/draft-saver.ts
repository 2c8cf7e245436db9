import { signal } from '@preact/signals';
import { t } from '../../i18n';
import { same } from '../../rules/merge';
import { NetworkLost, Refusal, sentence } from '../../sync/api';
import { newId } from '../../sync/ids';
import type { EditCirculation } from '../../wire';
import { commandOf, mergedPlans, type Plan, tidy } from './plan';

/** Rest after the last key before the draft is sent; with the way to the server still within a second. */
const REST = 600;
const AGAIN = 3000;

export type Saving = { state: 'still' | 'changed' | 'saving' | 'saved' } | { state: 'failed'; why: string };

/** What another officer has put where this one wrote, too: nothing is saved until one of both is chosen. */
export interface Clash {
  fields: (keyof Plan)[];
  theirs: Plan;
}

export type SendEdit = (command: EditCirculation, key: string) => Promise<unknown>;

interface Recorded {
  plan: Plan;
  edits: number;
}

/** Saves a draft while it is written, and takes in what another officer saves at the same time. */
export class DraftSaver {
  readonly plan;
  readonly saving = signal<Saving>({ state: 'still' });
  readonly clash = signal<Clash | null>(null);
  private base: Recorded;
  private newest: Recorded;
  /** Sent, and nobody knows yet whether it arrived. */
  private pending: { command: EditCirculation; plan: Plan; key: string } | null = null;
  private running: Promise<boolean> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    plan: Plan,
    edits: number,
    private readonly send: SendEdit,
  ) {
    this.plan = signal(plan);
    this.base = this.newest = { plan, edits };
  }

  /** How often the draft had been edited as it stands in the form. */
  get edits(): number {
    return this.base.edits;
  }

  change(part: Partial<Plan>): void {
    this.plan.value = { ...this.plan.peek(), ...part };
    this.saveSoon(REST);
  }

  /** What is recorded now, by whomever. */
  seen(plan: Plan, edits: number): void {
    this.newest = { plan, edits };
    this.adopt();
  }

  keepMine(): void {
    this.clash.value = null;
    void this.save();
  }

  takeTheirs(): void {
    const { fields, theirs } = this.clash.peek()!;
    const taken = Object.fromEntries(fields.map(name => [name, theirs[name]])) as Partial<Plan>;
    this.plan.value = { ...this.plan.peek(), ...taken };
    this.clash.value = null;
    void this.save();
  }

  /** True when everything that stands in the form is recorded. */
  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.running) {
      await this.running;
    }
    if (this.clash.peek()) {
      return false;
    }
    const plan = tidy(this.plan.peek());
    if (!this.pending && same(plan, this.base.plan)) {
      this.saving.value = { state: this.saving.peek().state === 'still' ? 'still' : 'saved' };
      return true;
    }
    const why = faultOf(plan);
    if (!this.pending && why) {
      this.saving.value = { state: 'failed', why };
      return false;
    }
    this.running = this.attempt(plan);
    const done = await this.running;
    this.running = null;
    this.adopt();
    return done && !this.clash.peek() && (same(tidy(this.plan.peek()), this.base.plan) || this.save());
  }

  leave(): void {
    void this.save();
  }

  private async attempt(plan: Plan): Promise<boolean> {
    this.pending ??= { command: commandOf(plan, this.base.edits), plan, key: newId() };
    const { command, plan: sent, key } = this.pending;
    this.saving.value = { state: 'saving' };
    try {
      await this.send(command, key);
    } catch (error) {
      return this.failed(error);
    }
    this.pending = null;
    this.base = { plan: sent, edits: command.base + 1 };
    this.saving.value = { state: 'saved' };
    return true;
  }

  private failed(error: unknown): false {
    const lost = error instanceof NetworkLost;
    if (!lost) {
      this.pending = null;
    }
    const stale = error instanceof Refusal && error.code === 'circulation.stale';
    this.saving.value = stale ? { state: 'changed' } : { state: 'failed', why: sentence(error) };
    if (lost) {
      this.saveSoon(AGAIN, this.saving.peek());
    }
    return false;
  }

  /** A newer one is taken in as soon as nothing is under way: before that nobody knows whether it is one's own. */
  private adopt(): void {
    if (this.running || this.pending || this.newest.edits <= this.base.edits) {
      return;
    }
    const mine = this.plan.peek();
    const { plan, both } = mergedPlans(this.base.plan, mine, this.newest.plan);
    const open = this.clash.peek()?.fields.filter(name => !same(mine[name], this.newest.plan[name])) ?? [];
    const fields = [...new Set([...open, ...both])];
    for (const name of open) {
      Object.assign(plan, { [name]: mine[name] });
    }
    this.base = this.newest;
    this.plan.value = plan;
    this.clash.value = fields.length ? { fields, theirs: this.newest.plan } : null;
    if (!fields.length && !same(tidy(plan), this.base.plan)) {
      this.saveSoon(REST);
    }
  }

  private saveSoon(rest: number, saving: Saving = { state: 'changed' }): void {
    this.saving.value = saving;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), rest);
  }
}

/** Why it cannot be saved as it stands, or empty. */
function faultOf(plan: Plan): string {
  if (Number.isNaN(commandOf(plan, 0).deadline)) {
    return t().desk.momentWrong;
  }
  return plan.question ? '' : t().circulationDraft.questionNeeded;
}
