import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleWords, type Told, tieWords } from '../src/screens/chair/rule-words';

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

test('equal votes take the seat from nobody but those who are equal', () => {
  const words = (['fails', 'chair', 'repeat'] as const).map(ties =>
    (['standard', 'list', 'candidates'] as const).map(method => tieWords({ ties, method })),
  );
  const none = 'Không ai trong số người ngang phiếu trúng cử';
  const chair = 'Theo lá phiếu của chủ trì';
  const round = 'Bầu vòng hai giữa những người ngang phiếu';
  expect(words).toEqual([
    ['Không thông qua', none, none],
    [chair, chair, chair],
    ['Biểu quyết lại', round, round],
  ]);
});
