import type { Command } from '../src/wire';

let keys = 0;

/** A connection of its own for each request: the server closes idle ones, and on a slow machine a request crosses that. */
const ALONE = { Connection: 'close' } as const;

/** Somebody of the meeting without a browser: the same requests as a tablet sends, with an own sign-in. */
export class Caller {
  private constructor(
    private readonly address: string,
    private readonly cookie: string,
    private readonly csrf: string,
    readonly user: string,
  ) {}

  static async signIn(address: string, login: string, password: string): Promise<Caller> {
    const answer = await fetch(`${address}/api/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...ALONE },
      body: JSON.stringify({ login, password }),
    });
    const me = (await expectSuccess(answer)) as { csrf: string; user: { id: string } };
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    return new Caller(address, cookie, me.csrf, me.user.id);
  }

  /** Raises an error with the server's sentence when it refuses. */
  async send(command: Command, stream = 'm1'): Promise<void> {
    await this.post(`/api/streams/${stream}/commands`, command);
  }

  async post<Answer>(path: string, body: unknown): Promise<Answer> {
    keys += 1;
    const answer = await fetch(this.address + path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Cookie: this.cookie,
        'X-CSRF-Token': this.csrf,
        'Idempotency-Key': `caller-${process.pid}-${keys}`,
        ...ALONE,
      },
      body: JSON.stringify(body),
    });
    return (await expectSuccess(answer)) as Answer;
  }

  async get<Answer>(path: string): Promise<Answer> {
    const answer = await fetch(this.address + path, { headers: { Cookie: this.cookie, ...ALONE } });
    return (await expectSuccess(answer)) as Answer;
  }
}

async function expectSuccess(answer: Response): Promise<unknown> {
  const said: unknown = await answer.json();
  if (!answer.ok) {
    throw new Error(`${answer.status} ${JSON.stringify(said)}`);
  }
  return said;
}
