import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Stream } from '../src/sync/stream';

const PAGE = { version: 'v', page: 3, part: [0, 0, 1000, 1000] };

describe('a presented page after the link was lost', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('goes when a server that was started anew hears of nobody who presents', () => {
    const stream = new Stream('m');
    stream.signal('page', 'chair', PAGE);
    stream.reconnected();
    expect(stream.presented.value?.page?.page).toBe(3);
    vi.advanceTimersByTime(60_000);
    expect(stream.presented.value).toBeNull();
  });

  test('stays when the presenter says so again', () => {
    const stream = new Stream('m');
    stream.signal('page', 'chair', PAGE);
    stream.reconnected();
    stream.signal('page', 'chair', { ...PAGE, page: 4 });
    vi.advanceTimersByTime(60_000);
    expect(stream.presented.value?.page?.page).toBe(4);
  });
});
