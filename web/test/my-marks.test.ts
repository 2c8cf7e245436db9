import { describe, expect, test } from 'vitest';
import type { NoteRecord, StrokeRecord } from '../src/records';
import { around, type MarkFilter, markEntries, matchingMarks, NO_FILTER } from '../src/rules/my-marks';
import { SENT, type Shown } from '../src/rules/notes';

const note = (id: string, more: Partial<NoteRecord>): Shown<NoteRecord> => ({
  id,
  delivery: SENT,
  row: {
    ...{
      version: 'v',
      paper: 'p',
      page: 1,
      quads: [[0, 300, 10, 320]],
      exact: 'Kinh phí năm 2027',
      prefix: '',
    },
    ...{
      suffix: '',
      start: 0,
      end: 0,
      text: '',
      colour: 'yellow',
      author: 'me',
      shared: false,
      named: [],
      at: 1,
    },
    ...more,
  },
});

const stroke = (id: string, more: Partial<StrokeRecord>): Shown<StrokeRecord> => ({
  id,
  delivery: SENT,
  row: {
    ...{
      version: 'v',
      paper: 'p',
      page: 1,
      points: 'AAA',
      colour: 'blue',
      width: 18,
      author: 'me',
      shared: false,
      named: [],
      at: 1,
    },
    ...more,
  },
});

const entries = markEntries(
  [
    note('lit', {}),
    note('said', { text: 'Đề nghị làm rõ', page: 3 }),
    note('other', { paper: 'q', version: 'w', exact: 'Tiến độ' }),
  ],
  [stroke('a', { page: 3 }), stroke('b', { page: 3 }), stroke('c', { page: 3, author: 'you' })],
);

const found = (filter: Partial<MarkFilter>) =>
  matchingMarks(entries, { ...NO_FILTER, ...filter }, paper =>
    paper === 'q' ? 'Dự thảo Nghị quyết' : 'Báo cáo',
  ).map(({ id }) => id);

describe('the list of marks', () => {
  test('has the strokes of one person on one page as one entry, and goes page by page', () => {
    expect(entries.map(({ kind, page }) => [kind, page])).toEqual([
      ['highlight', 1],
      ['highlight', 1],
      ['ink', 3],
      ['ink', 3],
      ['note', 3],
    ]);
    expect(entries[2]!.kind === 'ink' && entries[2]!.strokes.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('is searched with and without the marks of letters, in passages, words and titles', () => {
    expect(found({ words: 'kinh phi' })).toEqual(['lit', 'said']);
    expect(found({ words: 'LÀM RÕ' })).toEqual(['said']);
    expect(found({ words: 'lam ro' })).toEqual(['said']);
    expect(found({ words: 'làm ro' })).toEqual([]);
    expect(found({ words: 'du thao' })).toEqual(['other']);
  });

  test('is sifted by kind and by paper', () => {
    expect(found({ kind: 'ink' })).toEqual(['v 3 me', 'v 3 you']);
    expect(found({ kind: 'note' })).toEqual(['said']);
    expect(found({ paper: 'q' })).toEqual(['other']);
    expect(found({ paper: 'q', kind: 'ink' })).toEqual([]);
  });
});

test('what is around strokes is a little wider than they are', () => {
  expect(
    around(
      [
        [10, 20, 0],
        [40, 5, 0],
      ],
      3,
    ),
  ).toEqual([7, 2, 43, 23]);
});
