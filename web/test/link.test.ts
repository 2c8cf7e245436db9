import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import WebSocketClient, { type WebSocket as ServerSide, WebSocketServer } from 'ws';
import { type Change, Link, type LinkListener } from '../src/sync/link';

const QUICK = { base: 5, cap: 20, opening: 60_000, waking: 60 };
const PATIENT = 60; // seconds between beats; no stall of this machine looks like a silent network

/** What the link reported, in order, and a way to wait for it. */
class Diary implements LinkListener {
  readonly lines: string[] = [];
  connected = () => this.note('connected');
  lost = () => this.note('lost');
  events = (stream: string, at: number, changes: Change[]) =>
    this.note(`events ${stream} ${at} ${changes.length}`);
  reset = (stream: string) => this.note(`reset ${stream}`);
  beat = (_now: number, at: Record<string, number>) => this.note(`beat ${JSON.stringify(at)}`);
  signal = (stream: string, kind: string, _user: string | undefined, value: unknown) =>
    this.note(`signal ${stream} ${kind} ${JSON.stringify(value)}`);
  ended = () => this.note('ended');
  forbidden = () => this.note('forbidden');

  async until(line: string, times = 1): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (this.lines.filter(known => known === line).length < times) {
      if (Date.now() > deadline) {
        throw new Error(`never "${line}" in ${JSON.stringify(this.lines)}`);
      }
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  private note(line: string): void {
    this.lines.push(line);
  }
}

let server: WebSocketServer;
let diary: Diary;
let link: Link;
let heard: string[];
let clients: ServerSide[];
let heartbeat: number;

beforeEach(async () => {
  globalThis.WebSocket ??= WebSocketClient as unknown as typeof WebSocket;
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise(resolve => server.once('listening', resolve));
  heard = [];
  clients = [];
  heartbeat = PATIENT;
  server.on('connection', socket => {
    clients.push(socket);
    socket.on('message', data => heard.push(String(data)));
    socket.send(JSON.stringify({ type: 'hello', now: 1, heartbeat }));
  });
  const { port } = server.address() as AddressInfo;
  diary = new Diary();
  const connect = () => new WebSocketClient(`ws://127.0.0.1:${port}/ws`) as unknown as WebSocket;
  link = new Link(diary, connect, QUICK);
});

afterEach(async () => {
  link.stop();
  for (const client of clients) {
    client.terminate();
  }
  await new Promise(resolve => server.close(resolve));
});

function tell(frame: object): void {
  clients.at(-1)!.send(JSON.stringify(frame));
}

test('frames reach the listener, and beats are answered', async () => {
  link.start();
  await diary.until('connected');
  link.subscribe({ m1: 39 });
  tell({ type: 'events', stream: 'm1', at: 42, changes: [['meeting', 'm1', { title: 'Họp' }]] });
  tell({ type: 'signal', stream: 'm1', kind: 'page', user: 'u1', value: { version: 'v', page: 3 } });
  tell({ type: 'beat', now: 1, at: { m1: 42 } });
  tell({ type: 'reset', stream: 'm1' });
  await diary.until('reset m1');
  expect(diary.lines).toContain('beat {"m1":42}');
  expect(diary.lines).toContain('events m1 42 1');
  expect(diary.lines).toContain('signal m1 page {"version":"v","page":3}');
  await expect.poll(() => heard).toContain('{"type":"subscribe","streams":{"m1":39}}');
  await expect.poll(() => heard).toContain('{"type":"beat"}');
});

test('a closed socket is opened again', async () => {
  link.start();
  await diary.until('connected');
  clients[0]!.close(1012);
  await diary.until('connected', 2);
  expect(diary.lines).toContain('lost');
});

test('a network that falls silent is noticed and left', async () => {
  heartbeat = 0.05;
  link.start();
  await diary.until('connected');
  await diary.until('lost');
  await diary.until('connected', 2);
});

test('waking asks an open socket for a sign of life and leaves it when none comes', async () => {
  link.start();
  await diary.until('connected');
  link.wake();
  await diary.until('lost');
  await expect.poll(() => heard).toContain('{"type":"beat"}');
});

test('an ended session is not knocked at again', async () => {
  link.start();
  await diary.until('connected');
  clients[0]!.close(4401);
  await diary.until('ended');
  await new Promise(resolve => setTimeout(resolve, 120));
  expect(clients).toHaveLength(1);
});

test('a forbidden stream is told, and the link comes back', async () => {
  link.start();
  await diary.until('connected');
  clients[0]!.close(4403);
  await diary.until('forbidden');
  await diary.until('connected', 2);
});

test('a stopped link stays stopped', async () => {
  link.start();
  await diary.until('connected');
  link.stop();
  link.wake();
  await new Promise(resolve => setTimeout(resolve, 120));
  expect(clients).toHaveLength(1);
});

test('a link stopped while its socket is still opening lets go without an error', async () => {
  link.start();
  link.stop();
  await new Promise(resolve => setTimeout(resolve, 60));
  expect(clients).toHaveLength(0);
  expect(diary.lines).toEqual(['lost']);
});

test('a screen on the wall knocks again soon, however long the server has been away', async () => {
  let knocks = 0;
  const nowhere = () => {
    knocks += 1;
    return new WebSocketClient('ws://127.0.0.1:9/ws') as unknown as WebSocket;
  };
  link = new Link(diary, nowhere, { ...QUICK, base: 1e9, cap: 1e9 });
  link.tryAtLeastEvery(5);
  link.start();
  await expect.poll(() => knocks).toBeGreaterThan(3);
});
