import { expect, test } from 'vitest';
import { match } from '../src/route';

test('an address fills the blanks of its pattern', () => {
  expect(match('/meeting/:meeting/:view', '/meeting/m1/room')).toEqual({ meeting: 'm1', view: 'room' });
  expect(match('/meeting/:meeting', '/meeting/h%E1%BB%8Dp')).toEqual({ meeting: 'họp' });
  expect(match('/meeting/:meeting', '/people')).toBeNull();
  expect(match('/people', '/people')).toEqual({});
});

test('an address cut off in the middle of a letter fits nothing, and breaks nothing', () => {
  expect(match('/meeting/:meeting', '/meeting/%')).toBeNull();
  expect(match('/meeting/:meeting', '/meeting/h%E1%BB')).toBeNull();
});
