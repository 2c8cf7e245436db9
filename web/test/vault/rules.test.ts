import { expect, test } from 'vitest';
import type { PaperRecord, VersionRecord } from '../../src/records';
import { type Dated, expiryOf, keepable, mayBeKept, nearest, wantedOf } from '../../src/vault/rules';

const DAY = 24 * 3_600_000;

const paper = (version: string, state: PaperRecord['state'] = 'published') =>
  ({
    item: 'i1',
    title: 'Tờ trình',
    position: 1,
    state,
    version,
    published_at: 1,
    secret: false,
  }) as PaperRecord;
const ready = { state: 'ready', size: 100 } as VersionRecord;

test('only papers that were published and can be read are kept', () => {
  const papers = new Map([
    ['p1', paper('v1')],
    ['p2', paper('v2', 'draft')],
    ['p3', paper('v3', 'recalled')],
    ['p4', paper('v4')],
  ]);
  const versions = new Map([
    ['v1', ready],
    ['v2', ready],
    ['v3', ready],
    ['v4', { ...ready, state: 'processing' } as VersionRecord],
  ]);
  expect(wantedOf('m1', papers, versions)).toEqual([
    { meeting: 'm1', version: 'v1', size: 100, rough: false },
  ]);
  expect(mayBeKept(paper('v1', 'recalled'))).toBe(false);
});

test('the meeting that runs comes first, then the soonest; ended ones are not fetched', () => {
  const card = (id: string, state: Dated['state'], starts_at: number, role = 'delegate') => ({
    id,
    state,
    starts_at,
    role,
  });
  const cards = [
    card('later', 'prepared', 9 * DAY),
    card('ended', 'ended', DAY),
    card('soon', 'prepared', 2 * DAY),
    card('now', 'paused', 5 * DAY),
    card('wall', 'running', DAY, 'screen'),
    card('far', 'prepared', 30 * DAY),
  ];
  expect(nearest(cards, DAY).map(({ id }) => id)).toEqual(['now', 'soon', 'later']);
});

test('a meeting may be read so many days after the server was heard, or after its end', () => {
  expect(expiryOf(10 * DAY, null, 14)).toBe(24 * DAY);
  expect(expiryOf(10 * DAY, 3 * DAY, 14)).toBe(17 * DAY);
});

test('of a secret paper nothing is kept: not itself, not its title, not what is noted about it', () => {
  const secret = { ...paper('v9'), title: 'Tờ trình nhân sự', secret: true };
  const records = {
    paper: { p1: paper('v1'), p9: secret },
    version: { v1: { paper: 'p1' }, v9: { paper: 'p9', name: 'nhan-su.pdf' } },
    note: { n1: { paper: 'p1', exact: 'một' }, n9: { paper: 'p9', exact: 'Nguyễn Văn A' } },
    paper_readers: { p9: { readers: ['user:u1'] } },
    reading: { 'v1.u1': { version: 'v1', count: 1 }, 'v9.u1': { version: 'v9', count: 2 } },
    meeting: { m1: { title: 'Họp' } },
  };
  expect(keepable(records)).toEqual({
    paper: { p1: paper('v1') },
    version: { v1: { paper: 'p1' } },
    note: { n1: { paper: 'p1', exact: 'một' } },
    paper_readers: {},
    reading: { 'v1.u1': { version: 'v1', count: 1 } },
    meeting: { m1: { title: 'Họp' } },
  });
  expect(wantedOf('m1', new Map([['p9', secret]]), new Map([['v9', ready]]))).toEqual([]);
});
