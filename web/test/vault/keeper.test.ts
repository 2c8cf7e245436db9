import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { Keeper, type Seen, type Source } from '../../src/vault/keeper';
import { Safe } from '../../src/vault/safe';

const DAY = 24 * 3_600_000;

const seen: Seen = {
  role: 'delegate',
  records: {
    meeting: { m1: { title: 'Họp', ended_at: null } },
    paper: { p1: { state: 'published', secret: false, version: 'v1' } },
    version: { v1: { state: 'ready', size: 5, paper: 'p1' } },
  },
};

let now = 0;
let made = 0;
let keeper: Keeper;

const source: Source = {
  cards: () => Promise.reject(new Error('no network')),
  meeting: () => Promise.reject(new Error('no network')),
  address: version => `http://127.0.0.1:9/${version}`,
  now: () => now,
};

afterEach(() => keeper.end());

function fresh(): Safe {
  made += 1;
  return new Safe(`keeper-${made}`);
}

async function begun(safe: Safe): Promise<Keeper> {
  keeper = new Keeper(source, safe);
  await keeper.begin(14);
  return keeper;
}

async function putPaper(one: Keeper): Promise<void> {
  const volume = await one.shelf.begin('m1', 'v1', '"1"', 5);
  await one.shelf.put(volume, 0, new TextEncoder().encode('words'));
}

test('a meeting is there after a cold start, with its progress, until its time is over', async () => {
  const safe = fresh();
  const first = await begun(safe);
  await first.saw('m1', seen);
  await putPaper(first);
  first.end();
  const second = await begun(safe);
  expect(second.progress('m1')).toEqual({ done: 1, all: 1, full: false });
  expect((await second.meetings.kept('m1', now))?.records).toEqual(seen.records);
  second.end();
  now = 15 * DAY;
  await begun(safe);
  expect(await safe.spaces()).toEqual([]);
  expect(await safe.names('paper/m1/v1')).toEqual([]);
  now = 0;
});

test('a paper that its reader may not see any more goes, its key with it', async () => {
  const safe = fresh();
  const one = await begun(safe);
  await one.saw('m1', seen);
  await putPaper(one);
  await one.saw('m1', { ...seen, records: { ...seen.records, paper: {} } });
  expect(await safe.spaces('paper/')).toEqual([]);
  expect(await one.shelf.read('v1')).toBeUndefined();
});

test('what is seen after signing out is not kept', async () => {
  const safe = fresh();
  const one = await begun(safe);
  await one.saw('m1', seen);
  await one.wipeAll();
  await one.saw('m1', seen);
  expect(await safe.spaces()).toEqual([]);
});
