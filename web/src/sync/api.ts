import { t } from '../i18n';

/** The server said no; `message` is written for people and shown as it is. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly facts: Record<string, string | number> = {},
  ) {
    super(message);
  }
}

/** No answer came: nobody knows whether the request arrived. */
export class NetworkLost extends Error {}

export interface RequestOptions {
  body?: unknown;
  key?: string;
  /** Milliseconds until the request counts as lost. */
  patience?: number;
}

let csrf = '';
let signedOut: () => void = () => {};

export function setCsrf(value: string): void {
  csrf = value;
}

export function csrfToken(): string {
  return csrf;
}

/** Called when the server no longer knows this session. */
export function whenSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** Raises Refusal with the server's sentence, or NetworkLost. An empty answer gives `undefined`. */
export async function request<Answer>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  const response = await reach(method, path, options);
  const answer = await read(response);
  if (response.ok) {
    return answer as Answer;
  }
  throw refusal(response.status, answer);
}

export const get = <Answer>(path: string) => request<Answer>('GET', path);
export const post = <Answer>(path: string, body?: unknown, key?: string) =>
  request<Answer>('POST', path, key ? { body, key } : { body });

async function reach(method: string, path: string, options: RequestOptions): Promise<Response> {
  const init: RequestInit = {
    method,
    headers: headers(method, options),
    credentials: 'same-origin',
    signal: AbortSignal.timeout(options.patience ?? 15_000),
  };
  if (options.body !== undefined) {
    init.body = JSON.stringify(options.body);
  }
  try {
    return await fetch(path, init);
  } catch (error) {
    throw new NetworkLost(t().link.lostShort, { cause: error });
  }
}

function headers(method: string, options: RequestOptions): Record<string, string> {
  const said: Record<string, string> = { 'Accept-Language': document.documentElement.lang || 'vi' };
  if (options.body !== undefined) {
    said['Content-Type'] = 'application/json';
  }
  if (method !== 'GET') {
    said['X-CSRF-Token'] = csrf;
  }
  if (options.key) {
    said['Idempotency-Key'] = options.key;
  }
  return said;
}

async function read(response: Response): Promise<unknown> {
  if (response.status === 204) {
    return undefined;
  }
  try {
    return await response.json();
  } catch (error) {
    if (response.ok) {
      throw new NetworkLost(t().link.lostShort, { cause: error });
    }
    return undefined;
  }
}

/** Turns an answer of the server that is not 2xx into a Refusal; a lost session is announced. */
export function refusal(status: number, answer: unknown): Refusal {
  const said = (answer ?? {}) as {
    error?: string;
    message?: string;
    facts?: Record<string, string | number>;
  };
  const refused = new Refusal(
    status,
    said.error ?? 'unexpected',
    said.message || t().common.unexpected,
    said.facts,
  );
  if (status === 401 && refused.code === 'sign-in.needed') {
    signedOut();
  }
  return refused;
}

/** The sentence for people about whatever went wrong. */
export function sentence(error: unknown): string {
  return error instanceof Refusal || error instanceof NetworkLost ? error.message : t().common.unexpected;
}
