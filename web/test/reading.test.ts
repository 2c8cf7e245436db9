import { expect, test, vi } from 'vitest';
import { pagesInSight } from '../src/paper/layout';
import { cornerFor, isZoomed, partOf, zoomFor } from '../src/paper/region';
import type { ReadingRecord, VersionRecord } from '../src/records';
import { Gaze, Pages, progressOf, SEEN_MS, standingOf } from '../src/rules/reading';
import { Readings } from '../src/screens/room/readings';
import type { Waiting } from '../src/sync/outbox';
import { Stream } from '../src/sync/stream';
import type { ReportReading } from '../src/wire';

test('pages are kept as bits, the first page the highest', () => {
  const pages = new Pages(10);
  expect(pages.see(1)).toBe(true);
  expect(pages.see(1)).toBe(false);
  expect(pages.see(10)).toBe(true);
  expect(pages.see(11)).toBe(false);
  expect(pages.text).toBe(btoa('\x80\x40'));
  pages.merge(btoa('\x01\xff\xff'));
  expect(pages.count).toBe(4);
  pages.merge('not base64!');
  expect(pages.count).toBe(4);
});

test('a page is seen after two seconds without a break', () => {
  const gaze = new Gaze();
  gaze.look([1, 2], 0);
  gaze.look([2, 3], 1500);
  expect(gaze.seen(SEEN_MS)).toEqual([2]);
  expect(gaze.next(SEEN_MS)).toBe(1500);
  gaze.look([1, 3], SEEN_MS);
  expect(gaze.seen(1500 + SEEN_MS)).toEqual([3]);
});

test('half of a page, or half of the window, is in sight', () => {
  const spots = [0, 1000, 2000].map(top => ({ left: 0, width: 700, top, height: 990 }));
  expect(pagesInSight(spots, 0, 600)).toEqual([0]);
  expect(pagesInSight(spots, 600, 800)).toEqual([1]);
  expect(pagesInSight(spots, 400, 1200)).toEqual([0, 1]);
});

test('somebody who has opened nothing, something, all', () => {
  const version = { pages: 4 } as VersionRecord;
  const of = (count: number | null) => {
    const readings = new Map<string, ReadingRecord>();
    if (count !== null) {
      readings.set('v.u', { version: 'v', user: 'u', count });
    }
    return standingOf(progressOf([['v', version]], readings, 'u'));
  };
  expect([of(null), of(0), of(3), of(4)]).toEqual(['unopened', 'opened', 'opened', 'all']);
  expect(standingOf(progressOf([], new Map(), 'u'))).toBe('none');
});

test('reports are rare, the last one waits alone, and leaving sends at once', () => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false, addEventListener() {} });
  vi.stubGlobal('addEventListener', () => {});
  let box: Waiting[] = [];
  const sent: ReportReading[] = [];
  const readings = new Readings(new Stream('m1'), () => 'u', {
    waiting: () => box,
    add: command => {
      sent.push(command);
      box.push({ key: String(sent.length), stream: 'm1', command, since: 0 });
    },
    discard: key => {
      box = box.filter(act => act.key !== key);
    },
  });
  readings.look('v', 9, [1], 1);
  vi.advanceTimersByTime(1);
  expect(sent).toHaveLength(1);
  for (let page = 2; page < 9; page += 1) {
    readings.look('v', 9, [page], page);
    vi.advanceTimersByTime(page === 5 ? SEEN_MS : 100);
  }
  expect(sent).toHaveLength(1);
  readings.leave();
  expect(sent).toHaveLength(2);
  expect(box).toHaveLength(1);
  expect(sent[1]).toMatchObject({ version: 'v', page: 8, seen: btoa('\x08\x00') });
  readings.leave();
  expect(sent).toHaveLength(2);
  expect(readings.pageOf('v')).toBe(8);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const A4 = { left: 10, top: 20, width: 600, height: 850 };

test('the part of a page in the window, and the window that shows it elsewhere', () => {
  const window = { left: 160, top: 20 + 85, width: 300, height: 425 };
  const part = partOf(A4, window);
  expect(part).toEqual([250, 100, 750, 600]);
  expect(isZoomed(part)).toBe(true);
  expect(zoomFor(part, A4, { ...window, width: 600, height: 850 })).toBeCloseTo(2);
  expect(zoomFor([0, 100, 1000, 600], A4, window)).toBe(1);
  expect(zoomFor([500, 500, 500, 500], A4, window)).toBeLessThan(20);
  expect(cornerFor(part, A4, window)).toEqual({ left: 160, top: 105 });
  expect(cornerFor([0, 0, 1000, 300], A4, window).top).toBeLessThan(A4.top);
});
