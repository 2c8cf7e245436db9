import { expect, test } from 'vitest';
import { quoteOf, wholeWords } from '../../src/paper/quote';

const TEXT = 'Điều 1. Thông qua Kế hoạch\nsố 44/KH-UBND năm 2027.';

function words(one: string, other: string): string {
  const [start, end] = wholeWords(TEXT, TEXT.indexOf(one), TEXT.indexOf(other));
  return TEXT.slice(start, end);
}

test('a mark takes whole words, whichever end was touched first', () => {
  expect(words('hông', 'ế hoạch')).toBe('Thông qua Kế');
  expect(words('ế hoạch', 'hông')).toBe('Thông qua Kế');
});

test('one touched letter takes its word, also the last one of the page', () => {
  expect(words('44', '44')).toBe('44/KH-UBND');
  expect(words('7.', '7.')).toBe('2027.');
});

test('spaces at the edges are left out, line ends inside are kept', () => {
  expect(words(' Thông', ' Kế')).toBe('Thông qua');
  expect(words('hoạch', 'số')).toBe('hoạch\nsố');
});

test('only spaces touched is no mark', () => {
  const at = TEXT.indexOf(' 1.');
  const [start, end] = wholeWords(TEXT, at, at);
  expect(end - start).toBe(0);
});

test('positions and strings agree in NFC although the file spells accents apart', () => {
  const file = TEXT.normalize('NFD');
  const start = file.indexOf('Thông'.normalize('NFD'));
  const end = file.indexOf('\n'.normalize('NFD'));
  const quote = quoteOf(file, start, end);
  const page = file.normalize('NFC');
  expect(page.slice(quote.start, quote.end)).toBe(quote.exact);
  expect(quote.exact).toBe('Thông qua Kế hoạch');
  expect(quote.prefix).toBe('Điều 1. ');
  expect(quote.suffix).toBe('\nsố 44/KH-UBND năm 2027.');
});

test('context is at most 32 letters on each side', () => {
  const long = 'ậ'.normalize('NFD').repeat(100);
  const quote = quoteOf(`${long}giữa${long}`, long.length, long.length + 4);
  expect([quote.prefix.length, quote.suffix.length]).toEqual([32, 32]);
});
