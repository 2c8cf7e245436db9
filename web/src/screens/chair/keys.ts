import { useLayoutEffect } from 'preact/hooks';
import { t } from '../../i18n';
import { following } from '../../rules/chair';
import { type KeyAct, keyAct } from '../../rules/keys';
import { callable, onFloor } from '../../rules/queue';
import { act, say } from '../../sync/cabinet';
import { ordersOf } from '../../sync/queue-orders';
import type { Stream } from '../../sync/stream';
import { nameOf } from '../parts/person';
import type { Asking } from './asking';
import { floorOf } from './floor';
import { keysOn } from './hand';
import { carryOut } from './next-button';
import { type Panel, panel } from './side';

type Ask = (asking: Asking) => void;

/** The console by keyboard. Nothing happens while somebody writes or a dialog asks; what was done is announced. */
export function useConsoleKeys(stream: Stream, onAsk: Ask, onHelp: () => void): void {
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const wanted = event.defaultPrevented || occupied(event.target) ? undefined : keyAct(event);
      if (wanted && (keysOn.peek() || wanted === 'help')) {
        event.preventDefault();
        void ACTS[wanted](stream, onAsk, onHelp);
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [stream, onAsk, onHelp]);
}

function occupied(target: EventTarget | null): boolean {
  const writing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  return Boolean(writing) || document.querySelector('dialog[open]') !== null;
}

const ACTS: Record<KeyAct, (stream: Stream, onAsk: Ask, onHelp: () => void) => unknown> = {
  next: (stream, onAsk) => carryOut(stream, onAsk),
  call: stream => call(stream),
  'end-speech': stream => endSpeech(stream),
  extend: stream => extend(stream),
  'next-item': stream => nextItem(stream),
  pause: stream => pause(stream),
  conclusion: () => document.querySelector<HTMLElement>('.conclusion textarea')?.focus(),
  'pause-speech': stream => pauseSpeech(stream),
  speakers: () => open('speakers'),
  questions: () => open('questions'),
  ballots: () => open('ballots'),
  walls: () => open('walls'),
  help: (_stream, _onAsk, onHelp) => onHelp(),
};

function open(name: Panel): void {
  panel.value = name;
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-tab="${name}"]`)?.focus());
}

async function announced(work: Promise<boolean> | undefined, words: string): Promise<void> {
  if (work === undefined) {
    say(t().keys.done.nothing);
  } else if (await work) {
    say(words);
  }
}

function call(stream: Stream): Promise<void> {
  const { records } = stream;
  const [speeches, orders, queues] = [records.of('speech'), ordersOf(records), records.of('queue')];
  const first = callable(speeches.peek(), orders.peek(), queues.peek())[0];
  return announced(
    first && act(stream.id, { type: 'speech.call', speech: first[0] }),
    t().keys.done.call(nameOf(stream, first?.[1].user ?? '')),
  );
}

function endSpeech(stream: Stream): Promise<void> {
  const now = onFloor(stream.records.of('speech').peek());
  return announced(now && act(stream.id, { type: 'speech.end', speech: now[0] }), t().keys.done.endSpeech);
}

function extend(stream: Stream): Promise<void> {
  const now = onFloor(stream.records.of('speech').peek());
  return announced(
    now && act(stream.id, { type: 'speech.extend', speech: now[0], seconds: 60 }),
    t().keys.done.extend,
  );
}

function pauseSpeech(stream: Stream): Promise<void> {
  const now = onFloor(stream.records.of('speech').peek());
  const speaks = now?.[1].state === 'speaking';
  return announced(
    now && act(stream.id, { type: speaks ? 'speech.pause' : 'speech.resume', speech: now[0] }),
    speaks ? t().keys.done.pauseSpeech : t().keys.done.resumeSpeech,
  );
}

function nextItem(stream: Stream): Promise<void> {
  const floor = floorOf(stream);
  const next = floor?.meeting.state === 'running' ? following(floor) : undefined;
  return announced(
    next && act(stream.id, { type: 'agenda.go', item: next.item }),
    t().keys.done.item(next?.place ?? 0),
  );
}

function pause(stream: Stream): Promise<void> {
  switch (stream.records.row('meeting', stream.id)?.state) {
    case 'running':
      return announced(act(stream.id, { type: 'meeting.pause' }), t().keys.done.pause);
    case 'paused':
      return announced(act(stream.id, { type: 'meeting.resume' }), t().keys.done.resume);
    default:
      return announced(undefined, '');
  }
}
