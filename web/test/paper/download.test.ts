import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { Download } from '../../src/paper/download';
import { PaperProblem } from '../../src/paper/problems';
import { turns } from '../turns';

const FILE = Buffer.from(Array.from({ length: 300_000 }, (_, at) => at % 251));
let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise(resolve => server?.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/paper`;
}

function from(request: IncomingMessage): number {
  return Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
}

function send(request: IncomingMessage, response: ServerResponse, tag: string, file = FILE): void {
  const resumes = request.headers['if-range'] === tag ? from(request) : 0;
  const range = resumes ? { 'Content-Range': `bytes ${resumes}-${file.length - 1}/${file.length}` } : {};
  response.writeHead(resumes ? 206 : 200, { ETag: tag, 'Content-Length': file.length - resumes, ...range });
  response.end(file.subarray(resumes));
}

function sendHalf(response: ServerResponse, tag: string): void {
  response.writeHead(200, { ETag: tag, 'Content-Length': FILE.length });
  response.write(FILE.subarray(0, 100_000), () => void turns().then(() => response.destroy()));
}

async function problemOf(work: Promise<unknown>): Promise<PaperProblem> {
  const problem = await work.then(
    () => null,
    (raised: unknown) => raised,
  );
  expect(problem).toBeInstanceOf(PaperProblem);
  return problem as PaperProblem;
}

const never = new AbortController().signal;

test('a whole file arrives unchanged and its growth is told', async () => {
  const told: number[] = [];
  const url = await serve((request, response) => send(request, response, '"1"'));
  const bytes = await new Download(url, ({ loaded }) => told.push(loaded)).run(never);
  expect(Buffer.from(bytes).equals(FILE)).toBe(true);
  expect(told.at(-1)).toBe(FILE.length);
});

test('a broken download goes on from where it stopped', async () => {
  const asked: number[] = [];
  const url = await serve((request, response) => {
    asked.push(from(request));
    if (asked.length === 1) {
      sendHalf(response, '"1"');
    } else {
      send(request, response, '"1"');
    }
  });
  const download = new Download(url);
  expect((await problemOf(download.run(never))).kind).toBe('lost');
  expect(download.progress).toEqual({ loaded: 100_000, total: FILE.length });
  expect(Buffer.from(await download.run(never)).equals(FILE)).toBe(true);
  expect(asked).toEqual([0, 100_000]);
});

test('a file that changed meanwhile is fetched from its beginning', async () => {
  const other = Buffer.alloc(150_000, 7);
  let attempts = 0;
  const url = await serve((request, response) => {
    attempts += 1;
    if (attempts === 1) {
      sendHalf(response, '"1"');
    } else {
      send(request, response, '"2"', other);
    }
  });
  const download = new Download(url);
  await problemOf(download.run(never));
  expect(Buffer.from(await download.run(never)).equals(other)).toBe(true);
});

test('a connection that falls silent counts as lost', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'Content-Length': FILE.length });
    response.write(FILE.subarray(0, 1000));
  });
  expect((await problemOf(new Download(url, undefined, 150).run(never))).kind).toBe('lost');
});

test('a refusal carries the sentence of the server, a failure of the server can be tried again', async () => {
  let status = 403;
  const url = await serve((_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ error: 'paper.recalled', message: 'Tài liệu đã được thu hồi.' }));
  });
  const refused = await problemOf(new Download(url).run(never));
  expect([refused.kind, refused.message, refused.worthRetrying]).toEqual([
    'refused',
    'Tài liệu đã được thu hồi.',
    false,
  ]);
  status = 502;
  const busy = await problemOf(new Download(url).run(never));
  expect([busy.kind, busy.worthRetrying]).toEqual(['busy', true]);
});

test('calling off stops at once and is no problem of the paper', async () => {
  const url = await serve((_request, response) => response.writeHead(200).write('x'));
  const life = new AbortController();
  const work = new Download(url, () => life.abort()).run(life.signal);
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
});
