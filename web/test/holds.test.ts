import { expect, test } from 'vitest';
import { sharedSwitch } from '../src/ui/holds';

test('what two hold stays on until the last one lets go, once each', () => {
  let on = false;
  const hold = sharedSwitch(now => {
    on = now;
  });
  const [outer, inner] = [hold(), hold()];
  expect(on).toBe(true);
  inner();
  inner();
  expect(on).toBe(true);
  outer();
  expect(on).toBe(false);
});
