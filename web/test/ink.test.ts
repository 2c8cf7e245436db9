import { describe, expect, test } from 'vitest';
import { meets } from '../src/ink/eraser';
import { outline } from '../src/ink/outline';
import { type InkPoint, pack, simplify, unpack } from '../src/ink/points';
import { rubbed as rest } from '../src/ink/rubber';
import type { StrokeRecord } from '../src/records';
import {
  did,
  doneAgain,
  drew,
  erased,
  NOTHING,
  noted,
  removed,
  rubbed,
  takenBack,
} from '../src/rules/history';
import { inkWith, lineOf } from '../src/rules/ink';
import type { Waiting } from '../src/sync/outbox';

/** A hand that writes: 240 samples of a pen, with a little trembling and a growing pressure. */
const written: InkPoint[] = Array.from({ length: 240 }, (_, at) => [
  Math.round(1000 + at * 9 + 60 * Math.sin(at / 11)),
  Math.round(3000 + 220 * Math.sin(at / 17) + (at % 3)),
  Math.round(90 + 70 * Math.sin(at / 40)),
]);

const row = (more: Partial<StrokeRecord> = {}): StrokeRecord => ({
  version: 'v',
  paper: 'p',
  page: 1,
  points: 'AAAKKA',
  colour: 'blue',
  width: 18,
  author: 'me',
  shared: false,
  named: [],
  at: 1,
  ...more,
});

const line = (stroke: string) => lineOf(stroke, row());

let keys = 0;
const waits = (command: Waiting['command'], refused?: string): Waiting => {
  keys += 1;
  return { key: `key${keys}`, stream: 'm', command, since: 9, ...(refused ? { refused } : {}) };
};

const shown = (records: [string, StrokeRecord][], acts: Waiting[]) =>
  inkWith(new Map(records), acts, 'me', () => 'p').map(({ id, delivery }) => [id, delivery.state]);

describe('a stroke', () => {
  test('is read as it was written', () => {
    expect(unpack(pack(written))).toEqual(written);
    expect(unpack(pack([[-5, 200_000, 255]]))).toEqual([[-5, 200_000, 255]]);
  });

  test('of 240 samples is at most 600 bytes with everything that is sent about it', () => {
    const points = pack(simplify(written));
    const sent = JSON.stringify({ stroke: 'x'.repeat(22), page: 12, points, colour: 'black', width: 18 });
    expect(sent.length).toBeLessThanOrEqual(600);
  });

  test('loses points, and no point of it moves farther than the tolerance', () => {
    const few = simplify(written, 2);
    expect(few.length).toBeLessThan(written.length / 2);
    expect([few[0], few.at(-1)]).toEqual([written[0], written.at(-1)]);
    for (const [x, y] of written) {
      expect(meets(few, 0, [x, y], [x, y], 2.01)).toBe(true);
    }
    expect(simplify([[1, 2, 3]])).toEqual([[1, 2, 3]]);
  });

  test('has an outline around its points, a single dot too', () => {
    for (const points of [written, [[500, 500, 128]] as InkPoint[]]) {
      const path = outline(points, 18);
      expect(path).toMatch(/^M[\d.]+ [\d.]+Q.*Z$/);
      expect(path).not.toContain('NaN');
    }
  });

  test('is met by an eraser that crosses it quickly, and not by one beside it', () => {
    const straight: InkPoint[] = [
      [100, 100, 128],
      [900, 100, 128],
    ];
    expect(meets(straight, 18, [500, 0], [500, 900], 20)).toBe(true);
    expect(meets(straight, 18, [500, 140], [900, 140], 20)).toBe(false);
  });
});

describe('an eraser that splits', () => {
  const straight: InkPoint[] = [
    [100, 100, 100],
    [900, 100, 200],
  ];

  test('takes what is under it with its width, and leaves the rest as two strokes with their pressure', () => {
    expect(rest(straight, 20, [500, 0], [500, 900], 90)).toEqual([
      [
        [100, 100, 100],
        [400, 100, 138],
      ],
      [
        [600, 100, 163],
        [900, 100, 200],
      ],
    ]);
  });

  test('moved along the stroke leaves its ends; over all of it, nothing; beside it, everything', () => {
    expect(rest(straight, 0, [300, 100], [700, 100], 100)?.map(part => part.map(([x]) => x))).toEqual([
      [100, 200],
      [800, 900],
    ]);
    expect(rest(straight, 0, [0, 100], [1000, 100], 50)).toEqual([]);
    expect(rest(straight, 18, [0, 160], [1000, 160], 50)).toBeNull();
    expect(rest([[5, 5, 1]], 18, [0, 0], [9, 9], 3)).toEqual([]);
  });

  test('leaves no point of a written line within its reach, and every other one', () => {
    const [from, to, reach] = [[1500, 2800], [1700, 3200], 120] as const;
    const left = rest(written, 0, from, to, reach)!;
    expect(left.length).toBeGreaterThan(1);
    for (const [x, y] of left.flat()) {
      expect(
        meets(
          [
            [...from, 0],
            [...to, 0],
          ],
          0,
          [x, y],
          [x, y],
          reach - 1,
        ),
      ).toBe(false);
    }
    const kept = new Set(left.flat().map(String));
    for (const point of written) {
      const [x, y] = point;
      const under = meets(
        [
          [...from, 0],
          [...to, 0],
        ],
        0,
        [x, y],
        [x, y],
        reach,
      );
      expect(kept.has(String(point))).toBe(!under);
    }
  });

  test('what is left is shared as the stroke was, also before the server has said so, and undone in one step', () => {
    const records = new Map([
      ['a', row({ shared: true, named: ['user:x'] })],
      ['b', row()],
    ]);
    const step = rubbed(
      'v',
      'p',
      [
        [line('a'), [line('a1'), line('a2')]],
        [line('b'), []],
      ],
      stroke => records.get(stroke),
    );
    const now = (acts: Waiting[]) =>
      inkWith(records, acts, 'me', () => 'p').map(({ id, row }) => [id, row.shared, row.named.length]);
    const forth = step.redo.map(command => waits(command));
    expect(now(forth)).toEqual([
      ['a1', true, 1],
      ['a2', true, 1],
    ]);
    expect(now([...forth, ...forth])).toEqual(now(forth));
    const back = step.undo.map(command => waits(command));
    expect(now([...forth, ...back]).map(([id]) => id)).toEqual(['a', 'b']);
  });
});

describe('strokes that wait', () => {
  test('are shown with those that are recorded, and an erased one is not', () => {
    const acts = [
      waits({ type: 'ink.draw', version: 'v', strokes: [line('b'), line('c')] }),
      waits({ type: 'ink.erase', paper: 'p', strokes: ['a', 'b'] }),
    ];
    expect(shown([['a', row()]], acts)).toEqual([['c', 'waiting']]);
  });

  test('that the server has already are recorded ones, and a refused erasure erases nothing', () => {
    const acts = [
      waits({ type: 'ink.draw', version: 'v', strokes: [line('a')] }),
      waits({ type: 'ink.erase', paper: 'p', strokes: ['a'] }, 'nein'),
    ];
    expect(shown([['a', row()]], acts)).toEqual([['a', 'sent']]);
  });
});

describe('a shared page', () => {
  test('is shared with what is drawn on it later, before the server has said so', () => {
    const acts = [
      waits({ type: 'ink.share', version: 'v', page: 1, shared: true, named: ['user:x'] }),
      waits({ type: 'ink.draw', version: 'v', strokes: [line('b'), { ...line('c'), page: 2 }] }),
    ];
    const records = new Map([
      ['a', row()],
      ['other', row({ author: 'you' })],
    ]);
    const found = inkWith(records, acts, 'me', () => 'p').map(({ id, row }) => [id, row.shared, row.named]);
    expect(found).toEqual([
      ['a', true, ['user:x']],
      ['other', false, []],
      ['b', true, ['user:x']],
      ['c', false, []],
    ]);
  });
});

describe('undo and redo', () => {
  test('walk back and forth over all kinds of marks; something new ends the way forth', () => {
    const note = { type: 'note.add', note: 'n', version: 'v', page: 1, quads: [], exact: 'x' } as const;
    let history = did(NOTHING, drew('v', 'p', [line('a')]));
    history = did(history, noted({ ...note, quads: [] }, { shared: true, named: [] }));
    const [second, afterSecond] = takenBack(history);
    expect(second?.undo).toEqual([{ type: 'note.remove', note: 'n' }]);
    const [first, afterFirst] = takenBack(afterSecond);
    expect(first?.undo).toEqual([{ type: 'ink.erase', paper: 'p', strokes: ['a'] }]);
    expect(takenBack(afterFirst)[0]).toBeUndefined();
    const [again, later] = doneAgain(afterFirst);
    expect(again?.redo).toEqual([{ type: 'ink.draw', version: 'v', strokes: [line('a')] }]);
    expect(did(later, drew('v', 'p', [line('b')])).future).toEqual([]);
  });

  test('an erasure is undone on the version on which each stroke stood, under the same names', () => {
    const step = erased('p', [
      ['a', row()],
      ['b', row({ version: 'w' })],
      ['c', row({ shared: true, named: ['user:x'] })],
    ]);
    const back = step.undo.map(command => waits(command));
    const found = inkWith(new Map(), back, 'me', () => 'p').map(({ id, row }) => [id, row.shared, row.named]);
    expect(found).toEqual([
      ['a', false, []],
      ['b', false, []],
      ['c', true, ['user:x']],
    ]);
    expect(step.undo.map(one => one.type === 'ink.draw' && [one.version, one.strokes[0]!.stroke])).toEqual([
      ['v', 'a'],
      ['w', 'b'],
      ['v', 'c'],
    ]);
  });

  test('a removed note comes back with its words and as shared as it was', () => {
    const text = { version: 'v', paper: 'p', page: 2, quads: [], exact: 'đoạn', prefix: 'a', suffix: 'b' };
    const rest = {
      start: 3,
      end: 7,
      text: 'lời',
      colour: 'pink',
      author: 'me',
      shared: true,
      at: 1,
    } as const;
    const step = removed('n', { ...text, ...rest, named: ['user:a'] });
    expect(step.undo).toMatchObject([
      { type: 'note.add', note: 'n', text: 'lời', colour: 'pink', suffix: 'b' },
      { type: 'note.share', note: 'n', shared: true, named: ['user:a'] },
    ]);
  });
});
