import { expect, test } from 'vitest';
import type { PaperRequestRecord } from '../src/records';
import type { Place } from '../src/rules/packet';
import { askedOf, byDeadline, isOverdue, standings } from '../src/rules/paper-requests';
import { guessPlace } from '../src/rules/placing';

const titles = [
  'Khai mạc, giới thiệu đại biểu',
  'Báo cáo kết quả 6 tháng thực hiện Đề án 06',
  'Báo cáo của Công an thành phố về kiểm tra, đối soát số liệu',
  'Kế hoạch sáu tháng tiếp theo',
  'Thông qua dự thảo Nghị quyết',
];
const places: Place[] = [
  ...titles.map((title, index) => ({ id: `i${index + 1}`, title, number: index + 1 })),
  { id: 'g1', title: 'Văn bản pháp luật', number: null },
];
const guessed = (name: string) => {
  const { place, why } = guessPlace(name, places);
  return [place, why];
};

test('a number that names the item wins, with and without marks', () => {
  expect(guessed('Mục 3 - Phụ lục.pdf')).toEqual(['i3', 'number']);
  expect(guessed('muc_04_phu_luc.docx')).toEqual(['i4', 'number']);
  expect(guessed('Nội dung 2. Báo cáo của Công an.pdf')).toEqual(['i2', 'number']);
});

test('the words of an item say more than a leading number', () => {
  expect(guessed('01 Bao cao cua Cong an thanh pho ve doi soat so lieu.pdf')).toEqual(['i3', 'words']);
  expect(guessed('Văn bản pháp luật về định danh.pdf')).toEqual(['g1', 'words']);
});

test('a leading number, and else the kind of the paper when only one item is about such a paper', () => {
  expect(guessed('03. Phụ lục.pdf')).toEqual(['i3', 'number']);
  expect(guessed('214-KH ke hoach trien khai.docx')).toEqual(['i4', 'kind']);
  expect(guessed('Nghị quyết (bản trình).docx')).toEqual(['i5', 'kind']);
});

test('what says nothing, or fits several items, is left to the secretary', () => {
  expect(guessed('scan0001.pdf')).toEqual(['', 'none']);
  expect(guessed('Báo cáo.pdf')).toEqual(['', 'none']);
  expect(guessed('99. Phụ lục.pdf')).toEqual(['', 'none']);
  expect(guessed('2026-11-22 hop.pdf')).toEqual(['', 'none']);
});

test('the title loses the number that only said where the paper belongs', () => {
  expect(guessPlace('Mục 3 - Báo cáo đối soát.pdf', places).title).toBe('Báo cáo đối soát');
  expect(guessPlace('03. Kế hoạch.docx', places).title).toBe('Kế hoạch');
  expect(guessPlace('12.pdf', places).title).toBe('12');
});

const request = (addressee: string, deadline: number, part: Partial<PaperRequestRecord> = {}) => ({
  item: 'i1',
  title: 'x',
  addressee,
  deadline,
  asked_at: 0,
  state: 'asked' as const,
  paper: null,
  secret: false,
  rounds: [],
  ...part,
});

test('requests: the nearest first, the approved last, and one’s own by name or unit', () => {
  const requests = new Map<string, PaperRequestRecord>([
    ['a', request('unit:Sở Y tế', 30)],
    ['b', request('user:u1', 10, { state: 'approved' })],
    ['c', request('user:u2', 20)],
  ]);
  expect(byDeadline(requests).map(([id]) => id)).toEqual(['c', 'a', 'b']);
  expect(askedOf(requests, 'u1', 'Sở Y tế').map(([id]) => id)).toEqual(['a', 'b']);
  expect(askedOf(requests, 'u3', '')).toEqual([]);
});

test('only what is still to be handed in can be overdue', () => {
  expect(isOverdue(request('user:u1', 10), 11)).toBe(true);
  expect(isOverdue(request('user:u1', 10, { state: 'returned' }), 11)).toBe(true);
  expect(isOverdue(request('user:u1', 10, { state: 'submitted' }), 11)).toBe(false);
  expect(isOverdue(request('user:u1', 12), 11)).toBe(false);
});

test('a secretary sees how many requests are overdue, wait for the file, or for a word', () => {
  const requests = [
    request('user:u1', 10),
    request('user:u2', 10, { state: 'returned' }),
    request('user:u3', 10, { state: 'submitted' }),
    request('user:u4', 10, { state: 'approved' }),
    request('user:u5', 12),
  ];
  expect(standings(requests, 11)).toEqual({ overdue: 2, waiting: 1, submitted: 1 });
});
