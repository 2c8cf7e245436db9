import { expect, test } from 'vitest';
import { codeOf } from '../src/rules/check-in';

test('the room code is taken as people read and write it', () => {
  expect(codeOf(' doek c5b0')).toBe('DOEKC5BO');
  expect(codeOf('1abc-2345')).toBe('IABC2345');
  expect(codeOf('')).toBe('');
});
