import { describe, expect, test } from 'vitest';
import {
  byUnit,
  matchPasted,
  type Person,
  quorumName,
  RULE_NAMES,
  RULES,
  ruleName,
  spanOf,
  standings,
  takesAnswers,
  withQuorum,
} from '../src/rules/circulations';
import { NetworkLost, Refusal } from '../src/sync/api';
import { OpinionBox } from '../src/sync/opinion';

const person = (id: string, name: string, unit = 'Sở Tư pháp'): Person => ({
  id,
  login: id,
  name,
  title: '',
  unit,
  active: true,
});
const PEOPLE = [
  person('u1', 'Trần Thị Hạnh'),
  person('u2', 'Trần Thị Hành'),
  person('u3', 'Lê Văn Đức', 'Công an thành phố'),
  person('u4', 'Lê Văn Đức'),
];

describe('a pasted list', () => {
  test('names are found with numbers, titles and places around them', () => {
    const text = '1. Ông Trần Thị Hạnh, Phó Giám đốc\n2)\tTran Thi Hanh\tSở\nu3\n- Nguyễn Ai\nLê Văn Đức';
    expect(matchPasted(text, PEOPLE)).toEqual({
      found: ['u1', 'u3'],
      unknown: ['Nguyễn Ai'],
      doubtful: ['Tran Thi Hanh', 'Lê Văn Đức'],
    });
  });

  test('people stand by unit, in each by given name', () => {
    expect(byUnit(PEOPLE).map(([unit, found]) => [unit, found.map(({ id }) => id)])).toEqual([
      ['Công an thành phố', ['u3']],
      ['Sở Tư pháp', ['u4', 'u2', 'u1']],
    ]);
  });
});

test('the rules by name, whatever is said of how many must answer', () => {
  for (const name of RULE_NAMES) {
    expect(ruleName(withQuorum(RULES[name], 'thirds'))).toBe(name);
  }
  expect(ruleName({ ...RULES.majority, numerator: 3, denominator: 5 })).toBe('own');
  expect(quorumName(withQuorum(RULES.all, 'half'))).toBe('half');
  expect(quorumName(RULES.all)).toBe('none');
});

test('the deadline', () => {
  expect(spanOf(26 * 3_600_000 + 61_000)).toEqual({ days: 1, hours: 2, minutes: 1 });
  const row = { state: 'open', deadline: 100, late: 'refused' } as const;
  expect(takesAnswers(row, 100)).toBe(true);
  expect(takesAnswers(row, 101)).toBe(false);
  expect(takesAnswers({ ...row, late: 'taken' }, 101)).toBe(true);
  expect(takesAnswers({ ...row, state: 'closed' }, 50)).toBe(false);
});

test('who is waited for comes first', () => {
  const member = (name: string, role: 'delegate' | 'secretary') =>
    ({ name, role, title: '', unit: '', votes: true, order: 0, stands_for: '', substitute: '' }) as const;
  const row = (user: string, late: boolean) =>
    ({ user, late, at: 1, first_at: 1, confirmed_at: null, changes: 0 }) as const;
  const groups = standings(
    new Map([
      ['a', member('Bùi An', 'delegate')],
      ['b', member('Lê Bình', 'delegate')],
      ['c', member('Hồ Chi', 'delegate')],
      ['s', member('Thư ký', 'secretary')],
    ]),
    new Map([
      ['c1.a', row('a', false)],
      ['c1.b', row('b', true)],
    ]),
  );
  expect(Object.entries(groups).map(([group, found]) => [group, found.map(({ user }) => user)])).toEqual([
    ['silent', ['c']],
    ['lateOnes', ['b']],
    ['inTime', ['a']],
  ]);
});

describe('an answer on its way', () => {
  const command = { type: 'circulation.answer', choice: 'for' } as const;

  test('without an answer it counts as not recorded, and goes again under the same key', async () => {
    const keys: string[] = [];
    let lost = true;
    const box = new OpinionBox(async (_, key) => {
      keys.push(key);
      if (lost) {
        throw new NetworkLost('lost');
      }
    });
    expect(await box.answer(command)).toBe(false);
    expect(box.state.value.phase).toBe('unrecorded');
    lost = false;
    expect(await box.again()).toBe(true);
    expect(box.state.value.phase).toBe('none');
    expect(keys[0]).toBe(keys[1]);
  });

  test('what the server refuses is said in its words and not sent again', async () => {
    const box = new OpinionBox(() => Promise.reject(new Refusal(409, 'circulation.over', 'Đã hết hạn.')));
    expect(await box.answer(command)).toBe(false);
    expect(box.state.value).toEqual({ phase: 'refused', why: 'Đã hết hạn.' });
    expect(await box.again()).toBe(false);
  });
});
