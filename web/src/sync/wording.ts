/** Has an answer put into words; sentences come one by one, each checked by the server against its quotations. */

import { t } from '../i18n';
import { csrfToken, NetworkLost, refusal } from './api';

export interface WordedSentence {
  text: string;
  /** Numbers of the quotations that prove it, from 1. */
  cited: number[];
}

/** How it ended: whole, or why no more sentences came. */
export type WordingEnd = 'whole' | 'late' | 'away' | 'refused' | 'broken' | 'outside';

type Line = WordedSentence | { how: WordingEnd; dropped: number };

const PATIENCE = 600_000;

/** Raises Refusal, or NetworkLost when the lines stop before the last one. */
export async function word(stream: string, answer: string, on: (line: Line) => void): Promise<void> {
  const path = `/api/streams/${encodeURIComponent(stream)}/worded/${encodeURIComponent(answer)}`;
  const response = await reached(path);
  if (!response.ok || !response.body) {
    throw refusal(response.status, await response.json().catch(() => undefined));
  }
  let ended = false;
  for await (const line of lines(response.body)) {
    ended = 'how' in line;
    on(line);
  }
  if (!ended) {
    throw new NetworkLost(t().link.lostShort);
  }
}

function reached(path: string): Promise<Response> {
  const headers = { 'X-CSRF-Token': csrfToken(), 'Accept-Language': document.documentElement.lang || 'vi' };
  const signal = AbortSignal.timeout(PATIENCE);
  return fetch(path, { method: 'POST', headers, credentials: 'same-origin', signal }).catch(error => {
    throw new NetworkLost(t().link.lostShort, { cause: error });
  });
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let held = '';
  for (;;) {
    const { done, value } = await reader.read().catch(error => {
      throw new NetworkLost(t().link.lostShort, { cause: error });
    });
    if (done) {
      return;
    }
    const parts = (held + decoder.decode(value, { stream: true })).split('\n');
    held = parts.pop() ?? '';
    yield* parts.filter(Boolean).map(part => JSON.parse(part) as Line);
  }
}
