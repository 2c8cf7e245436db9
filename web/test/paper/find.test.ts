import { expect, test } from 'vitest';
import { findAll, hitsOn } from '../../src/paper/find';
import { headingsOn, levelled } from '../../src/paper/headings';

const TEXT = 'Điều 1. Bảo hiểm\nxã hội và BẢO  HIỂM y tế; bao hiem khác.';

function words(text: string, sought: string): string[] {
  return findAll(text, sought).map(({ start, end }) => text.slice(start, end));
}

test('without marks everything is found, with marks only what has them', () => {
  expect(words(TEXT, 'bao hiem')).toHaveLength(3);
  expect(words(TEXT, 'bảo hiểm')).toEqual(['Bảo hiểm', 'BẢO  HIỂM']);
  expect(words(TEXT, 'dieu 1')).toEqual(['Điều 1']);
});

test('a file that spells its accents apart is searched all the same, and places are those of the file', () => {
  const apart = TEXT.normalize('NFD');
  expect(words(apart, 'bảo hiểm').map(found => found.normalize('NFC'))).toEqual(['Bảo hiểm', 'BẢO  HIỂM']);
  expect(words(apart, 'xa hoi').map(found => found.normalize('NFC'))).toEqual(['xã hội']);
});

test('words over a line end are found, and a hit tells its page and what stands around', () => {
  const [hit] = hitsOn(7, TEXT, 'hiem xa hoi');
  expect(hit).toMatchObject({
    page: 7,
    nth: 0,
    context: ['Điều 1. Bảo ', 'hiểm xã hội', ' và BẢO HIỂM y tế; bao hiem khác.'],
  });
});

test('what stands around a hit is cut between words', () => {
  const [hit] = hitsOn(1, `${'trước '.repeat(20)}kế hoạch${' phía sau'.repeat(20)}`, 'ke hoach');
  expect(hit!.context[0]).toMatch(/^… (trước )+$/);
  expect(hit!.context[2]).toMatch(/^( phía sau)+( phía)? …$/);
});

test('less than two letters find nothing', () => {
  expect(findAll(TEXT, 'b')).toEqual([]);
  expect(findAll(TEXT, '  ')).toEqual([]);
});

test('headings are found, citations are not', () => {
  const page = [
    'Chương I',
    'QUY ĐỊNH CHUNG',
    'Điều 1. Phạm vi điều chỉnh',
    'Theo quy định tại',
    'Điều 5 Luật này thì cơ quan có trách nhiệm',
    'Mục 2. HỒ SƠ',
    'II. TỔ CHỨC THỰC HIỆN',
    'điều 7 của Nghị định',
  ].join('\n');
  expect(headingsOn(3, page).map(({ title, depth }) => [depth, title])).toEqual([
    [1, 'Chương I. QUY ĐỊNH CHUNG'],
    [3, 'Điều 1. Phạm vi điều chỉnh'],
    [2, 'Mục 2. HỒ SƠ'],
    [1, 'II. TỔ CHỨC THỰC HIỆN'],
  ]);
});

test('a paper with articles alone has them outermost', () => {
  expect(levelled(headingsOn(1, 'Điều 1. Một\nĐiều 2. Hai')).map(({ depth }) => depth)).toEqual([0, 0]);
});
