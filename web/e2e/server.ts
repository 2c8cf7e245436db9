import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');
export const PYTHON = process.env.ICABINET_PYTHON ?? join(ROOT, '.venv', 'bin', 'python');
export const MODEL = process.env.ICABINET_MODEL ?? join(ROOT, '.var', 'model');
export const hasModel = existsSync(MODEL);

/** A new demonstration is prepared paper by paper; a busy machine takes its time. */
const PREPARING = 240_000;
const STARTING = 120_000;
const GOODBYE = 15_000;

/** One `icabinet demo` on a folder and a port of its own. */
export class Server {
  private child: ChildProcess | undefined;
  private said = '';
  private scheme: 'http' | 'https' = 'http';
  private more: Record<string, string> = {};

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly model: string,
  ) {}

  /** Prepares the demonstration in a new folder and leaves it there, stopped: others start from a copy. */
  static async prepare(): Promise<string> {
    const server = new Server(await newFolder(), await freePort(), noModel());
    await server.start(PREPARING);
    await server.stop();
    return server.folder;
  }

  /** The same with https, under an authority that `icabinet tls init` makes for it. */
  static async safeFromCopy(prepared: string): Promise<Server> {
    const folder = await newFolder();
    await cp(prepared, folder, { recursive: true });
    const server = new Server(folder, await freePort(), noModel());
    const names = ['--name', 'localhost', '--name', '127.0.0.1'];
    execFileSync(PYTHON, ['-m', 'icabinet.cli.main', 'tls', 'init', ...names], {
      cwd: ROOT,
      env: { ...process.env, ICABINET_DATA: join(folder, 'demo') },
    });
    server.scheme = 'https';
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'; // for the callers of this test alone: browsers check the key
    await server.start();
    return server;
  }

  /** With the key that `icabinet sign trial` makes, set as that command says. */
  static async signingFromCopy(prepared: string): Promise<Server> {
    const folder = await newFolder();
    await cp(prepared, folder, { recursive: true });
    const server = new Server(folder, await freePort(), noModel());
    const command = ['-m', 'icabinet.cli.main', 'sign', 'trial', join(folder, 'signing')];
    const said = execFileSync(PYTHON, command, { cwd: ROOT, encoding: 'utf8' });
    server.more = Object.fromEntries(
      [...said.matchAll(/^(ICABINET_\w+)=(.+)$/gm)].map(([, k, v]) => [k!, v!]),
    );
    await server.start();
    return server;
  }

  /** Hash of the server's public key, by which a browser that does not know the authority may trust it. */
  async keyHash(): Promise<string> {
    const leaf = new X509Certificate(await readFile(join(this.folder, 'demo', 'tls', 'server.crt')));
    return createHash('sha256')
      .update(leaf.publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64');
  }

  /** A server on a copy of what `prepare` left; with the language model only where a test asks for it. */
  static async fromCopy(prepared: string, withModel = false): Promise<Server> {
    const folder = await newFolder();
    await cp(prepared, folder, { recursive: true });
    const server = new Server(folder, await freePort(), withModel ? MODEL : noModel());
    await server.start();
    return server;
  }

  get address(): string {
    return `${this.scheme}://127.0.0.1:${this.port}`;
  }

  /** The password that everybody has in the demonstration. */
  async password(): Promise<string> {
    const kept = await readFile(join(this.folder, 'demo', 'sign-ins.json'), 'utf8');
    return (JSON.parse(kept) as { password: string }).password;
  }

  async start(patience = STARTING): Promise<void> {
    const command = ['-m', 'icabinet.cli.main', 'demo', '--host', '127.0.0.1', '--port', String(this.port)];
    const own = { ICABINET_DATA: join(this.folder, 'data'), ICABINET_MODEL: this.model };
    const env = { ...process.env, ...own, ...this.more };
    this.child = spawn(PYTHON, command, { cwd: ROOT, env, detached: true });
    this.child.stdout?.on('data', text => this.hear(text));
    this.child.stderr?.on('data', text => this.hear(text));
    await this.answers(patience);
  }

  /** Ctrl-C. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** A black hole: connections are taken, and nothing is ever answered. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  /** The machine room loses its power. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private hear(text: unknown): void {
    this.said = (this.said + String(text)).slice(-4000);
  }

  private async answers(patience: number): Promise<void> {
    for (const until = Date.now() + patience; Date.now() < until; await pause(100)) {
      if (this.child?.exitCode !== null) {
        break;
      }
      const answer = await fetch(`${this.address}/api/health`).catch(() => null);
      if (answer?.ok) {
        return;
      }
    }
    throw new Error(`the server does not answer; it said:\n${this.said}`);
  }

  /** What the server started itself must not outlive a test run, however the server ended. */
  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.child;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
    child.kill(signal);
    await Promise.race([ended, pause(GOODBYE)]);
    if (signal === 'SIGTERM') {
      endGroup(child.pid);
    }
  }
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nobody of the group is left, as it should be.
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'icabinet-e2e-'));
}

/** The assistant then searches by words and needs no minute of two processors. */
function noModel(): string {
  return join(tmpdir(), 'icabinet-e2e-without-a-model');
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
