import { t } from '../../i18n';
import { NetworkLost, refusal } from '../../sync/api';

/** What the server says while it makes a bundle: how far it is, or the file, or why there is none. */
export interface Said {
  done?: number;
  of?: number;
  name?: string;
  size?: number;
  error?: string;
}

export interface Made {
  name: string;
  size: number;
}

/** Raises Refusal with the server's sentence, NetworkLost when the line breaks off before the end. */
export async function makeBundle(stream: string, onStep: (said: Said) => void): Promise<Made> {
  const response = await begun(stream);
  let last: Said = {};
  for await (const said of lines(response)) {
    last = said;
    onStep(said);
  }
  if (last.error) {
    throw refusal(500, { error: 'bundle', message: last.error });
  }
  if (!last.name) {
    throw new NetworkLost(t().link.lostShort);
  }
  return { name: last.name, size: last.size ?? 0 };
}

async function begun(stream: string): Promise<Response> {
  const headers = { 'Accept-Language': document.documentElement.lang || 'vi' };
  let response: Response;
  try {
    response = await fetch(`/api/streams/${stream}/bundle`, { headers, credentials: 'same-origin' });
  } catch (error) {
    throw new NetworkLost(t().link.lostShort, { cause: error });
  }
  if (!response.ok) {
    throw refusal(response.status, await response.json().catch(() => undefined));
  }
  return response;
}

async function* lines(response: Response): AsyncGenerator<Said> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let step = await read(reader); step && !step.done; step = await read(reader)) {
    const parts = (rest + step.value).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts.filter(Boolean)) {
      yield JSON.parse(part) as Said;
    }
  }
}

async function read(reader: ReadableStreamDefaultReader<string> | undefined) {
  try {
    return await reader?.read();
  } catch (error) {
    throw new NetworkLost(t().link.lostShort, { cause: error });
  }
}
