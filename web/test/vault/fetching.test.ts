import 'fake-indexeddb/auto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Fetching, Later, NotForUs } from '../../src/vault/fetching';
import { Queue } from '../../src/vault/queue';
import { Safe } from '../../src/vault/safe';
import { PIECE, Shelf } from '../../src/vault/shelf';
import { turns } from '../turns';

const FILE = Buffer.from(Uint8Array.from({ length: 2 * PIECE + 12_345 }, (_, at) => (at * 7) % 251));
const never = new AbortController().signal;

let server: Server | undefined;
let safe: Safe;
let shelf: Shelf;
let asked: string[] = [];
let made = 0;

beforeEach(() => {
  made += 1;
  safe = new Safe(`fetching-${made}`);
  shelf = new Shelf(safe);
  asked = [];
  leavesAsked = [];
  leavesStatus = 200;
});

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

let leavesAsked: string[] = [];
let leavesStatus = 200;

function answerLeaves(request: IncomingMessage, response: ServerResponse): void {
  leavesAsked.push(request.url ?? '');
  const headers = leavesStatus === 503 ? { 'Retry-After': '5' } : {};
  response.writeHead(leavesStatus, headers).end(`leaves ${leavesAsked.length}`);
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function serve(answer: Answer): Promise<string> {
  server = createServer((request, response) => {
    if (request.url?.includes('/leaves')) {
      answerLeaves(request, response);
      return;
    }
    asked.push(request.headers.range ?? '');
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => server?.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/versions/v1/reading`;
}

/** As RFC 9110 says: a part when If-Range holds, else the whole. */
function send(request: IncomingMessage, response: ServerResponse, tag = '"1"', file = FILE, cut = 0): void {
  const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
  const holds = request.headers['if-range'] === undefined || request.headers['if-range'] === tag;
  const last = Math.min(Number(to), file.length - 1);
  if (holds) {
    const length = last - Number(from) + 1;
    response.writeHead(206, {
      ETag: tag,
      'Content-Length': length,
      'Content-Range': `bytes ${from}-${last}/${file.length}`,
    });
    const part = file.subarray(Number(from), last + 1);
    if (cut) {
      response.write(part.subarray(0, cut), () => void turns().then(() => response.destroy()));
    } else {
      response.end(part);
    }
  } else {
    response.writeHead(200, { ETag: tag, 'Content-Length': file.length }).end(file);
  }
}

async function kept(version = 'v1'): Promise<Buffer | undefined> {
  const bytes = await shelf.read(version);
  return bytes && Buffer.from(bytes);
}

test('a paper is fetched in pieces and comes back whole', async () => {
  const url = await serve((request, response) => send(request, response));
  await new Fetching(shelf, 'm1', 'v1', url).run(never);
  expect(asked).toHaveLength(3);
  expect(shelf.isWhole('v1')).toBe(true);
  expect((await kept())?.equals(FILE)).toBe(true);
});

test('a broken piece goes on from the byte where it stopped', async () => {
  const url = await serve((request, response) =>
    send(request, response, '"1"', FILE, asked.length === 2 ? 100_000 : 0),
  );
  const fetching = new Fetching(shelf, 'm1', 'v1', url);
  await expect(fetching.run(never)).rejects.toBeInstanceOf(Later);
  await fetching.run(never);
  expect(asked[2]).toBe(`bytes=${PIECE + 100_000}-${2 * PIECE - 1}`);
  expect((await kept())?.equals(FILE)).toBe(true);
});

test('after a cold start only the missing pieces are asked for', async () => {
  const url = await serve((request, response) =>
    asked.length === 2 ? response.destroy() : send(request, response),
  );
  await expect(new Fetching(shelf, 'm1', 'v1', url).run(never)).rejects.toBeInstanceOf(Later);
  shelf = new Shelf(new Safe(`fetching-${made}`));
  await shelf.look();
  expect(shelf.standing.value.get('v1')).toEqual({ meeting: 'm1', pieces: 3, have: 1, leaves: 'no' });
  await new Fetching(shelf, 'm1', 'v1', url).run(never);
  expect(asked.filter(range => range.startsWith('bytes=0-'))).toHaveLength(1);
  expect((await kept())?.equals(FILE)).toBe(true);
});

test('a file that changed on the server is fetched anew, never mixed', async () => {
  const other = Buffer.alloc(PIECE + 5, 9);
  const url = await serve((request, response) =>
    asked.length === 1 ? send(request, response) : send(request, response, '"2"', other),
  );
  await new Fetching(shelf, 'm1', 'v1', url).run(never);
  expect((await kept())?.equals(other)).toBe(true);
});

test('a busy server names the time to come back; one that refuses is not asked again', async () => {
  const url = await serve((_, response) =>
    asked.length === 1
      ? response.writeHead(503, { 'Retry-After': '7' }).end()
      : response.writeHead(404).end(),
  );
  const fetching = new Fetching(shelf, 'm1', 'v1', url);
  await expect(fetching.run(never)).rejects.toMatchObject({ seconds: 7 });
  await expect(fetching.run(never)).rejects.toBeInstanceOf(NotForUs);
});

test('a paper that is taken away while it is fetched leaves nothing', async () => {
  let release = () => {};
  const url = await serve((request, response) => {
    release = () => send(request, response);
    if (asked.length !== 2) {
      release();
    }
  });
  const fetching = new Fetching(shelf, 'm1', 'v1', url).run(never);
  await expect.poll(() => asked.length).toBe(2);
  await shelf.remove('m1', 'v1');
  release();
  await fetching;
  expect(asked).toHaveLength(3);
  expect(await safe.spaces('paper/')).toEqual([]);
  expect(await safe.names('paper/m1/v1')).toEqual([]);
});

test('two papers at a time, in the order of their importance', async () => {
  const order: string[] = [];
  const waiting: ServerResponse[] = [];
  const url = await serve((request, response) => {
    order.push(request.url ?? '');
    waiting.push(response);
  });
  const queue = new Queue(shelf, version => url.replace('v1', version));
  queue.want(['v3', 'v1', 'v2'].map(version => ({ meeting: 'm1', version, size: 10, rough: false })));
  await expect.poll(() => order.length).toBe(2);
  expect(order).toEqual(['/api/versions/v3/reading', '/api/versions/v1/reading']);
  waiting[0]!.writeHead(206, { ETag: '"1"', 'Content-Range': 'bytes 0-2/3' }).end('abc');
  await expect.poll(() => order.length).toBe(3);
  expect(order[2]).toBe('/api/versions/v2/reading');
  queue.stop();
});

test('the leaves come after the paper, and once more when the letters of its scans are known', async () => {
  const url = await serve((request, response) => send(request, response));
  const fetching = new Fetching(shelf, 'm1', 'v1', url);
  await fetching.run(never, true);
  await fetching.run(never, true);
  expect(leavesAsked).toEqual(['/api/versions/v1/leaves?rough=1']);
  expect(shelf.hasLeaves('v1', true)).toBe(true);
  expect(shelf.hasLeaves('v1', false)).toBe(false);
  shelf = new Shelf(new Safe(`fetching-${made}`));
  await shelf.look();
  await new Fetching(shelf, 'm1', 'v1', url).run(never, false);
  expect(leavesAsked).toEqual(['/api/versions/v1/leaves?rough=1', '/api/versions/v1/leaves']);
  expect(new TextDecoder().decode(await shelf.readLeaves('v1'))).toBe('leaves 2');
  expect(asked).toHaveLength(3);
});

test('a paper without leaves is whole all the same; while the server is busy they are waited for', async () => {
  const url = await serve((request, response) => send(request, response));
  leavesStatus = 503;
  const fetching = new Fetching(shelf, 'm1', 'v1', url);
  await expect(fetching.run(never)).rejects.toMatchObject({ seconds: 5 });
  expect(shelf.isWhole('v1')).toBe(true);
  leavesStatus = 404;
  await fetching.run(never);
  expect(shelf.hasLeaves('v1', false)).toBe(true);
  expect(await shelf.readLeaves('v1')).toBeUndefined();
});

test('who waits in front of the tablet comes first; what was begun goes on from its byte afterwards', async () => {
  let held: ServerResponse | undefined;
  const url = await serve((request, response) => {
    if (asked.length > 1) {
      send(request, response);
      return;
    }
    held = response;
    const range = `bytes 0-${PIECE - 1}/${FILE.length}`;
    response.writeHead(206, { ETag: '"1"', 'Content-Length': PIECE, 'Content-Range': range });
    response.write(FILE.subarray(0, 70_000));
  });
  const queue = new Queue(shelf, () => url);
  queue.want([{ meeting: 'm1', version: 'v1', size: FILE.length, rough: false }]);
  await expect.poll(() => shelf.standing.value.has('v1')).toBe(true);
  await turns(); // the bytes are on their way
  const broken = new Promise(resolve => held?.once('close', resolve));
  const over = queue.giveWay();
  const another = queue.giveWay();
  await broken;
  over();
  over();
  queue.again();
  expect(asked).toHaveLength(1);
  another();
  await expect.poll(() => shelf.isWhole('v1')).toBe(true);
  expect(asked[1]).toMatch(/^bytes=[1-9]\d*-1048575$/);
  expect((await kept())?.equals(FILE)).toBe(true);
  queue.stop();
});

test('a paper whose leaves find no room stays, and they are tried again later', async () => {
  const url = await serve((request, response) => send(request, response));
  const queue = new Queue(shelf, () => url);
  const { put } = IDBObjectStore.prototype;
  let refused = 0;
  IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
    if (leavesAsked.length && !refused) {
      refused += 1;
      throw new DOMException('no room', 'QuotaExceededError');
    }
    return put.apply(this, given);
  };
  try {
    queue.want([{ meeting: 'm1', version: 'v1', size: FILE.length, rough: false }]);
    await expect.poll(() => refused).toBe(1);
    queue.again();
    await expect.poll(() => shelf.hasLeaves('v1', false)).toBe(true);
  } finally {
    IDBObjectStore.prototype.put = put;
    queue.stop();
  }
  expect(queue.tooLarge.value.size).toBe(0);
  expect(asked).toHaveLength(3);
  expect((await kept())?.equals(FILE)).toBe(true);
});

test('every paper is here before the leaves of the first, which a busy server has not made yet', async () => {
  const url = await serve((request, response) => send(request, response));
  leavesStatus = 503;
  const versions = ['v1', 'v2', 'v3'];
  const queue = new Queue(shelf, version => url.replace('v1', version));
  queue.want(versions.map(version => ({ meeting: 'm1', version, size: FILE.length, rough: false })));
  await expect.poll(() => versions.filter(version => shelf.isWhole(version))).toEqual(versions);
  leavesStatus = 200;
  queue.again();
  await expect.poll(() => versions.filter(version => shelf.hasLeaves(version, false))).toEqual(versions);
  queue.stop();
});
