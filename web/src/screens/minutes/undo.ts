import { signal } from '@preact/signals';
import { t } from '../../i18n';
import { inverse, type Step } from '../../rules/minutes-undo';
import { act, say } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import type { Command } from '../../wire';

interface Kept {
  stream: string;
  step: Step;
}

const MOST = 50;

/** Own changes of this tab, the last one first. */
export const steps = signal<readonly Kept[]>([]);

export function remember(stream: string, step: Step): void {
  steps.value = [{ stream, step }, ...steps.value].slice(0, MOST);
}

/** Carries the command out and remembers how to take it back, if it was recorded. */
export async function doing(stream: string, command: Command, step: Step): Promise<void> {
  if (await act(stream, command)) {
    remember(stream, step);
  }
}

/** Takes the last change back, unless somebody has written over it since: then a sentence says so. */
export async function undo(stream: Stream): Promise<void> {
  const last = steps.value.find(one => one.stream === stream.id);
  if (!last) {
    return;
  }
  const { step } = last;
  const row = step.is === 'words' ? undefined : stream.records.row('minutes_paragraph', step.paragraph);
  const command = inverse(step, row);
  if (command) {
    await act(stream.id, command);
  } else {
    say(t().minutesWork.undoStale, 'stop');
  }
  steps.value = steps.value.filter(one => one !== last);
}
