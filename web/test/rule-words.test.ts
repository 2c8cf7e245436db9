import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleWords, type Told } from '../src/screens/chair/rule-words';

const KEPT = readFileSync(new URL('./rule-sentences.jsonl', import.meta.url), 'utf8');

test('the form says a rule in the words of the server', () => {
  const cases = KEPT.trim()
    .split('\n')
    .map(line => JSON.parse(line) as Told & { sentence: string });
  for (const { sentence, ...told } of cases) {
    expect(ruleWords(told)).toBe(sentence);
  }
  expect(cases.length).toBeGreaterThan(50);
});
