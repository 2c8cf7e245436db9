import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import { match } from '../src/route';
import { Records } from '../src/sync/records';

const item = (title: string) => ({
  position: 0,
  title,
  presenter: '',
  minutes: 0,
  spent_ms: 0,
  state: 'waiting',
});

test('changes set and delete in order, and a snapshot replaces everything', () => {
  const records = new Records();
  records.replace({ item: { i1: item('Một'), i2: item('Hai') } });
  records.apply([
    ['item', 'i2', null],
    ['item', 'i3', item('Ba')],
    ['item', 'i3', item('Ba, sửa')],
    ['paper', 'p1', null],
  ]);
  expect([...records.of('item').value.values()].map(row => row.title)).toEqual(['Một', 'Ba, sửa']);
  records.replace({ comment: {} });
  expect(records.of('item').value.size).toBe(0);
});

test('one set of changes redraws once, only the kinds it touches, and leaves other rows as they are', () => {
  const records = new Records();
  records.replace({ item: { i1: item('Một'), i2: item('Hai') }, comment: {} });
  const untouched = records.row('item', 'i1');
  let items = 0;
  let comments = 0;
  effect(() => {
    items += records.of('item').value.size >= 0 ? 1 : 0;
  });
  effect(() => {
    comments += records.of('comment').value.size >= 0 ? 1 : 0;
  });
  records.apply([
    ['item', 'i2', item('Hai, sửa')],
    ['item', 'i3', item('Ba')],
  ]);
  expect(items).toBe(2);
  expect(comments).toBe(1);
  expect(records.row('item', 'i1')).toBe(untouched);
});

test('who reads one row is told of this row alone: changed, deleted, come back, and after a snapshot', () => {
  const records = new Records();
  records.replace({ item: { i1: item('Một') } });
  const seen: (string | undefined)[] = [];
  effect(() => {
    seen.push(records.row('item', 'i2')?.title);
  });
  records.apply([['item', 'i1', item('Một, sửa')]]);
  records.apply([['item', 'i2', item('Hai')]]);
  records.apply([['item', 'i2', null]]);
  records.replace({ item: { i2: item('Hai, mới') } });
  records.replace({});
  expect(seen).toEqual([undefined, 'Hai', undefined, 'Hai, mới', undefined]);
});

test('addresses fill the blanks of their patterns', () => {
  expect(match('/meeting/:meeting/:view', '/meeting/m1/room')).toEqual({ meeting: 'm1', view: 'room' });
  expect(match('/meeting/:meeting', '/meeting/m1/room')).toBeNull();
  expect(match('/', '/')).toEqual({});
  expect(match('/password', '/meeting')).toBeNull();
});
