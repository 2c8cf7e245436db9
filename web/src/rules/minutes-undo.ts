import type { MinutesParagraphRecord } from '../records-official';
import type { Command } from '../wire';

/** One finished change of the minutes, with what is needed to take it back. */
export type Step =
  /** Of a paragraph's words; no `before`: the generated wording stood there. */
  | { is: 'words'; block: string; before: string | null; after: string }
  | { is: 'added'; paragraph: string; text: string }
  | { is: 'moved'; paragraph: string; from: string; to: string }
  | { is: 'removed'; paragraph: string; from: string; text: string };

/** The command that takes a step back; null when somebody has changed the paragraph since. */
export function inverse(step: Step, row: MinutesParagraphRecord | undefined): Command | null {
  switch (step.is) {
    case 'words':
      return step.before === null
        ? { type: 'minutes.restore', block: step.block }
        : { type: 'minutes.edit', block: step.block, text: step.before, base: step.after };
    case 'added':
      return row?.text === step.text ? { type: 'minutes.remove', paragraph: step.paragraph } : null;
    case 'moved':
      return row?.after === step.to
        ? { type: 'minutes.move', paragraph: step.paragraph, after: step.from }
        : null;
    case 'removed':
      return row
        ? null
        : { type: 'minutes.add', paragraph: step.paragraph, after: step.from, text: step.text };
  }
}
