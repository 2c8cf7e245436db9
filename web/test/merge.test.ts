import { describe, expect, test, vi } from 'vitest';
import { RULES } from '../src/rules/circulations';
import { merged, mergedList } from '../src/rules/merge';
import { DraftSaver } from '../src/screens/circulations/draft-saver';
import { type Plan, tidy } from '../src/screens/circulations/plan';
import { sendOut, whyNotYet } from '../src/screens/circulations/send-out';
import { NetworkLost, Refusal } from '../src/sync/api';
import type { EditCirculation, SendCirculation } from '../src/wire';

const PLAN: Plan = {
  question: 'Góp ý dự thảo?',
  explanation: '',
  rule: RULES.majority,
  date: '2026-11-30',
  clock: '17:00',
  late: 'refused',
  names: true,
  tracker: '',
  leader: '',
  asked: ['a', 'b'],
  reminders: [],
};

test('what each changed alone stands side by side, what both changed is told', () => {
  const base = { title: 'A', place: 'P', hour: 8 };
  expect(merged(base, { ...base, title: 'B' }, { ...base, place: 'Q' })).toEqual({
    form: { title: 'B', place: 'Q', hour: 8 },
    both: [],
  });
  expect(merged(base, { ...base, title: 'B' }, { ...base, title: 'C', hour: 9 })).toEqual({
    form: { title: 'B', place: 'P', hour: 9 },
    both: ['title'],
  });
  expect(merged(base, { ...base, title: 'B' }, { ...base, title: 'B' }).both).toEqual([]);
});

test('of lists what either added stays and what either took out goes', () => {
  expect(mergedList(['a', 'b', 'c'], ['a', 'c', 'm'], ['a', 'b', 't'])).toEqual(['a', 't', 'm']);
});

/** One draft on a server that refuses the stale, as the real one does; `down` loses the answer after recording. */
class Desk {
  plan: Plan = PLAN;
  edits = 0;
  down = false;
  private done = new Set<string>();
  private savers: DraftSaver[] = [];

  open(): DraftSaver {
    const saver = new DraftSaver(this.plan, this.edits, async (command, key) => this.take(command, key));
    this.savers.push(saver);
    return saver;
  }

  private take({ type: _, base, deadline: __, ...facts }: EditCirculation, key: string): void {
    if (!this.done.has(key)) {
      if (base !== this.edits) {
        throw new Refusal(409, 'circulation.stale', '');
      }
      this.plan = tidy({ ...this.plan, ...facts } as Plan);
      this.edits += 1;
      this.done.add(key);
      for (const saver of this.savers) {
        saver.seen(this.plan, this.edits);
      }
    }
    if (this.down) {
      this.down = false;
      throw new NetworkLost('');
    }
  }
}

describe('a draft that saves itself', () => {
  test('two who write in different places both find all of it', async () => {
    const desk = new Desk();
    const [one, other] = [desk.open(), desk.open()];
    one.change({ question: 'Góp ý kế hoạch?', asked: ['a', 'b', 'c'] });
    other.change({ explanation: 'Theo dự thảo', asked: ['b'] });
    expect(await one.save()).toBe(true);
    expect(await other.save()).toBe(true);
    for (const plan of [desk.plan, one.plan.value, other.plan.value]) {
      expect([plan.question, plan.explanation, plan.asked]).toEqual([
        'Góp ý kế hoạch?',
        'Theo dự thảo',
        ['b', 'c'],
      ]);
    }
  });

  test('in the same place nothing is overwritten until the second one has chosen', async () => {
    const desk = new Desk();
    const [one, other] = [desk.open(), desk.open()];
    one.change({ explanation: 'của một' });
    other.change({ explanation: 'của hai', question: 'Góp ý lần hai?' });
    await one.save();
    expect(await other.save()).toBe(false);
    expect(other.clash.value?.fields).toEqual(['explanation']);
    expect([desk.plan.explanation, other.plan.value.explanation]).toEqual(['của một', 'của hai']);
    one.change({ names: false });
    await one.save();
    expect(other.clash.value?.fields, 'still open after another change').toEqual(['explanation']);
    other.keepMine();
    await other.save();
    expect([desk.plan.explanation, desk.plan.question, desk.plan.names]).toEqual([
      'của hai',
      'Góp ý lần hai?',
      false,
    ]);
    expect(one.plan.value.explanation).toBe('của hai');
  });

  test('theirs can be taken instead', async () => {
    const desk = new Desk();
    const [one, other] = [desk.open(), desk.open()];
    one.change({ late: 'taken', question: 'Một?' });
    await one.save();
    other.change({ question: 'Hai?' });
    expect(other.clash.value).toBeNull();
    one.change({ question: 'Một nữa?' });
    await one.save();
    expect(other.clash.value?.fields).toEqual(['question']);
    other.takeTheirs();
    expect(await other.save()).toBe(true);
    expect([desk.plan.question, desk.edits]).toEqual(['Một nữa?', 2]);
  });

  test('an edit whose answer was lost is sent again under its name and counts once', async () => {
    const desk = new Desk();
    const one = desk.open();
    desk.down = true;
    one.change({ question: 'Một?' });
    expect(await one.save()).toBe(false);
    expect(one.saving.value.state).toBe('failed');
    one.change({ question: 'Một, hai?' });
    expect(await one.save()).toBe(true);
    expect([desk.plan.question, desk.edits]).toEqual(['Một, hai?', 2]);
  });

  test('nothing is sent without a question, and nothing when nothing changed', async () => {
    const desk = new Desk();
    const one = desk.open();
    expect(await one.save()).toBe(true);
    one.change({ question: ' ' });
    expect(await one.save()).toBe(false);
    expect(desk.edits).toBe(0);
  });
});

describe('a draft that is sent out', () => {
  const telling = () => vi.fn(async (_: SendCirculation) => '');

  test('it goes as it stands in the form, saved first', async () => {
    const desk = new Desk();
    const one = desk.open();
    one.change({ question: 'Một?' });
    expect(await whyNotYet(one)).toBe('');
    const tell = telling();
    expect(await sendOut(one, one.edits, tell)).toBe('');
    expect([desk.plan.question, tell.mock.calls]).toEqual([
      'Một?',
      [[{ type: 'circulation.send', base: 1 }]],
    ]);
  });

  test('with a choice open between two texts nothing goes, and the person is told', async () => {
    const desk = new Desk();
    const [one, other] = [desk.open(), desk.open()];
    const seen = one.edits;
    one.change({ explanation: 'của một' });
    other.change({ explanation: 'của hai' });
    await other.save();
    expect(await whyNotYet(one)).toMatch(/chọn bản được giữ/);
    const tell = telling();
    expect(await sendOut(one, seen, tell)).toMatch(/chọn bản được giữ/);
    expect(tell).not.toHaveBeenCalled();
  });

  test('what came in behind the question is not sent as seen', async () => {
    const desk = new Desk();
    const [one, other] = [desk.open(), desk.open()];
    expect(await whyNotYet(one)).toBe('');
    const seen = one.edits;
    other.change({ question: 'Hai?' });
    await other.save();
    const tell = telling();
    await sendOut(one, seen, tell);
    expect(one.plan.value.question, 'it stands in the form').toBe('Hai?');
    expect(tell.mock.calls[0]![0].base, 'and the server refuses it as stale').toBe(0);
    expect(one.edits).toBe(1);
  });

  test('nothing goes when it could not be saved', async () => {
    const desk = new Desk();
    const one = desk.open();
    one.change({ question: ' ' });
    const tell = telling();
    expect(await sendOut(one, one.edits, tell)).toMatch(/chưa lưu xong/);
    expect(tell).not.toHaveBeenCalled();
  });
});
