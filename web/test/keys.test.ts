import { expect, test } from 'vitest';
import { KEY_LIST, KEYS, keyAct } from '../src/rules/keys';

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  ...more,
});

test('a key does its act, whatever the case', () => {
  expect(keyAct(press('n'))).toBe('next');
  expect(keyAct(press('N'))).toBe('next');
  expect(keyAct(press('?'))).toBe('help');
  expect(keyAct(press('x'))).toBeUndefined();
});

test('the browser keeps its own shortcuts, and a held key acts once', () => {
  for (const how of ['ctrlKey', 'altKey', 'metaKey', 'repeat', 'isComposing']) {
    expect(keyAct(press('n', { [how]: true }))).toBeUndefined();
  }
});

test('every act is listed once, under a key that does it', () => {
  expect(new Set(KEY_LIST.map(([, act]) => act))).toEqual(new Set(Object.values(KEYS)));
  for (const [key, act] of KEY_LIST) {
    expect(keyAct(press(key))).toBe(act);
  }
});
