import { expect, test, vi } from 'vitest';
import { addition, joined } from '../src/screens/plans/groups';

const seen = { id: 'g1', name: 'Thường trực', people: ['a', 'b'] };

function serverHas(groups: object[]): void {
  vi.stubGlobal('document', { documentElement: { lang: 'vi' } });
  vi.stubGlobal('fetch', async () => Response.json({ groups }));
}

test('who is in a group stays when others are added', () => {
  expect(joined(seen, ['c', 'b'])).toEqual(['a', 'b', 'c']);
});

test('a known group is saved with what another officer changed in it meanwhile', async () => {
  serverHas([{ id: 'g1', name: 'Thường trực 2027', people: ['a', 'b', 'd'] }]);
  expect(await addition(seen, '', ['c'])).toEqual({
    type: 'people-group.save',
    group: 'g1',
    name: 'Thường trực 2027',
    people: ['a', 'b', 'd', 'c'],
  });
  expect((await addition(seen, 'Thường vụ', ['c'])).name, 'a new name is meant').toBe('Thường vụ');
});

test('one that was removed meanwhile is saved as it was seen', async () => {
  serverHas([]);
  const { name, people } = await addition(seen, '', ['c']);
  expect([name, people]).toEqual(['Thường trực', ['a', 'b', 'c']]);
});
