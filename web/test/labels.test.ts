import { expect, test } from 'vitest';
import { en } from '../src/i18n/en';
import { vi } from '../src/i18n/vi';

/** Whoever speaks to the tablet says what stands on the button (WCAG 2.5.3), in either language. */
test.each([
  ['vi', vi],
  ['en', en],
] as const)('a spoken name begins with the words on the button: %s', (_, words) => {
  const named = [
    [words.announced.announce, words.announced.announceLabel('?')],
    [words.announced.takeBack, words.announced.takeBackLabel('?')],
    [words.versions.seeChanges, words.versions.changesIn(2)],
  ] as const;
  expect(named.filter(([word, label]) => !label.startsWith(word))).toEqual([]);
});
