import { expect, test } from 'vitest';
import type {
  InkPlaceRecord,
  PaperRecord,
  PlacementRecord,
  StrokeRecord,
  VersionRecord,
} from '../src/records';
import { blocksOf, changesIn, type Kind, type Row, sideOf } from '../src/rules/changes';
import { before, inkToDecide, toDecide, waitingOf } from '../src/rules/versions';

const version = (number: number, paper = 'p'): VersionRecord =>
  ({ paper, number, state: 'ready' }) as VersionRecord;
const versions = new Map([
  ['v2', version(2)],
  ['other', version(3, 'q')],
  ['v1', version(1)],
  ['v3', version(3)],
]);
const row = (kind: Kind, pieces: Row['pieces'] = []): Row => ({ kind, pieces, old: null, new: null });

test('what waits is newer than what is in use, and comparing goes to the version before', () => {
  const paper = { version: 'v2' } as PaperRecord;
  expect(waitingOf(versions, 'p', paper)?.id).toBe('v3');
  expect(waitingOf(versions, 'p', { ...paper, version: 'v3' })).toBeUndefined();
  expect(before(versions, 'v3')?.id).toBe('v2');
  expect(before(versions, 'v1')).toBeUndefined();
});

test('only changed and lost notes are to be decided, in the order of the paper', () => {
  const place = (state: PlacementRecord['state'], from_page: number) =>
    ({ paper: 'p', state, from_page }) as PlacementRecord;
  const placements = new Map([
    ['late', place('lost', 4)],
    ['kept', place('kept', 1)],
    ['early', place('changed', 2)],
    ['stays', place('stays', 1)],
  ]);
  expect(toDecide(placements).map(([id]) => id)).toEqual(['early', 'late']);
});

test('strokes on a changed page are to be decided about as long as some are left there', () => {
  const place = (from_page: number, state: InkPlaceRecord['state'] = 'changed') =>
    ({ paper: 'p', state, from_version: 'v1', from_page }) as InkPlaceRecord;
  const stroke = (page: number, author = 'me') => ({
    id: `s${page}`,
    row: { version: 'v1', page, author } as StrokeRecord,
    delivery: { state: 'sent' } as const,
  });
  const places = new Map([
    ['third', place(3)],
    ['second', place(2)],
    ['erased', place(4)],
    ['others', place(5)],
    ['kept', place(1, 'kept')],
  ]);
  const ink = [stroke(1), stroke(2), stroke(3), stroke(5, 'you')];
  expect(inkToDecide(places, ink, 'me').map(({ from_page }) => from_page)).toEqual([2, 3]);
});

test('unchanged rows are folded together, and a new number alone is not counted as a change', () => {
  const rows = [row('same'), row('same'), row('changed'), row('numbered'), row('same'), row('added')];
  expect(changesIn(rows)).toBe(2);
  const blocks = blocksOf(rows);
  expect(blocks.map(block => (block.kind === 'rest' ? block.rows.length : block.number))).toEqual([
    2, 1, 0, 1, 2,
  ]);
});

test('each side says what that version says', () => {
  const pieces: Row['pieces'] = [
    ['=', 'Mức', false],
    ['-', '1', false],
    ['+', '2', false],
    ['<', 'đi', false],
    ['>', 'đến', false],
  ];
  expect(sideOf(pieces, 'old').map(piece => piece[1])).toEqual(['Mức', '1', 'đi']);
  expect(sideOf(pieces, 'new').map(piece => piece[1])).toEqual(['Mức', '2', 'đến']);
});
