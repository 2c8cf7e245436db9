import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import { pdfAssets } from '../../build/pdf-assets.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** The policy of the real server: no inline code, and compiling decoders only inside the PDF worker. */
const POLICY = (wasm: string): string =>
  `default-src 'none'; script-src 'self'${wasm}; worker-src 'self'; connect-src 'self'; style-src 'self'; ` +
  "img-src 'self' data: blob:; font-src 'self'; base-uri 'none'";
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/** The browser for the tests, or undefined where none is installed; in CI that is a failure. */
export function browserPath(): string | undefined {
  const found = [process.env.ICABINET_CHROMIUM ?? '', ...CHROMIUM].find(path => path && existsSync(path));
  if (!found && process.env.CI) {
    throw new Error('no chromium for the browser tests (set ICABINET_CHROMIUM to its path)');
  }
  return found;
}

export function launch(executablePath: string, more: string[] = []): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
  return chromium.launch({
    executablePath,
    args: [...args, '--disable-background-networking', '--disable-component-update', ...more],
  });
}

/** Serves the built test page under the real policy, and papers with Range, or broken off, or refused. */
export class Stage {
  readonly papers = new Map<string, Buffer>();
  /** Bytes after which a paper's answers stop; they are broken off from `breakOff` on. */
  readonly breaks = new Map<string, number>();
  readonly refusals = new Map<string, string>();
  readonly asked: string[] = [];
  private readonly held = new Set<ServerResponse>();
  private broken = false;
  private readonly server = createServer((request, response) => this.answer(request, response));

  private constructor(private readonly folder: string) {}

  static async open(): Promise<Stage> {
    const folder = await mkdtemp(join(tmpdir(), 'reader-'));
    await build({
      configFile: false,
      root: join(import.meta.dirname, 'page'),
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: ['safari16.4', 'ios16.4', 'chrome118'],
        assetsInlineLimit: 0,
      },
      plugins: [pdfAssets()],
    });
    const stage = new Stage(folder);
    await new Promise<void>(resolve => stage.server.listen(0, '127.0.0.1', resolve));
    return stage;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await rm(this.folder, { recursive: true });
  }

  /** The network is lost: what has stopped ends, and so does whatever `breaks` names, until `mend`. */
  breakOff(): void {
    this.broken = true;
    for (const response of this.held) {
      response.destroy();
    }
    this.held.clear();
  }

  mend(): void {
    this.broken = false;
    this.breaks.clear();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', 'http://stage').pathname;
    const paper = this.papers.get(path);
    if (paper) {
      this.answerPaper(path, paper, request, response);
      return;
    }
    const file = join(this.folder, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const wasm = path.includes('worker') ? " 'wasm-unsafe-eval'" : '';
    response.setHeader('Content-Security-Policy', POLICY(wasm));
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(readFileSync(file));
  }

  private answerPaper(path: string, paper: Buffer, request: IncomingMessage, response: ServerResponse): void {
    this.asked.push(`${path} ${request.headers.range ?? 'whole'}`);
    const refusal = this.refusals.get(path);
    if (refusal) {
      response.writeHead(403, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ error: 'paper.recalled', message: refusal, facts: {} }));
      return;
    }
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const rest = paper.subarray(from);
    const range = from ? { 'Content-Range': `bytes ${from}-${paper.length - 1}/${paper.length}` } : {};
    response.writeHead(from ? 206 : 200, { ETag: '"1"', 'Content-Length': rest.length, ...range });
    const cut = this.breaks.get(path);
    if (cut === undefined) {
      response.end(rest);
    } else {
      this.held.add(response);
      response.write(rest.subarray(0, cut), () => this.broken && setTimeout(() => this.breakOff(), 50));
    }
  }
}
