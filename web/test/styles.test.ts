import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(import.meta.dirname, '..', 'src');

/**
 * While a rule asks what the whole document has, every word that is laid over a page has all of it looked at again: a
 * paper of 11 pages then opens in 12 seconds instead of 2.
 */
test('no rule asks what the whole document has', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.css'),
  );
  expect(files.length).toBeGreaterThan(50);
  const asking = files.filter(name =>
    /(^|[\s,])(:root|html|body)[^\s{]*:has\(/m.test(readFileSync(join(SOURCES, name), 'utf8')),
  );
  expect(asking).toEqual([]);
});
