import { type Signal, signal } from '@preact/signals';
import type { MyAnswerRecord, OpinionChoice } from '../../records';
import { same } from '../../rules/merge';
import { send } from '../../sync/cabinet';
import { whenFinished } from '../../sync/finishing';
import { OpinionBox } from '../../sync/opinion';
import { scraps } from '../../sync/scraps';
import type { AnswerCirculation } from '../../wire';
import { kept, loadKept } from '../documents/kept';

/** Rest after the last key before what is written is kept on this tablet. */
const REST = 300;

/** What is being written: `file` is an own document that was just added, `keeps` the file of the recorded answer. */
export interface AnswerDraft {
  choice: OpinionChoice | '';
  text: string;
  file: { document: string; name: string } | null;
  keeps: boolean;
}

interface Desk {
  draft: Signal<AnswerDraft | null>;
  box: OpinionBox;
  /** As it stood when it was sent; the form can be written in while nobody knows yet whether it arrived. */
  out: AnswerDraft | null;
}

/** By circulation: what was written stays while its papers are read, and after a crash. Gone with the sign-in. */
const desks = new Map<string, Desk>();

whenFinished(() => desks.clear());

export function deskOf(stream: string): Desk {
  const known = desks.get(stream) ?? {
    draft: signal<AnswerDraft | null>(null),
    box: new OpinionBox((command, key) => send(stream, command, key)),
    out: null,
  };
  desks.set(stream, known);
  return known;
}

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Written on: kept on this tablet within a second, until it is sent. */
export function write(stream: string, draft: AnswerDraft): void {
  deskOf(stream).draft.value = draft;
  clearTimeout(timers.get(stream));
  timers.set(
    stream,
    setTimeout(() => void scraps.put(placeOf(stream), draft).catch(() => undefined), REST), // no room: not kept
  );
}

/** Sends what stands in the form, unless something is on its way already. */
export async function submit(stream: string, said: AnswerDraft): Promise<void> {
  const desk = deskOf(stream);
  const command = commandOf(said);
  if (!command || desk.box.state.peek().phase === 'sending') {
    return;
  }
  desk.out = said;
  if (await desk.box.answer(command)) {
    recorded(stream, desk);
  }
}

/** Sends once more what went out before, not what was written since. */
export async function submitAgain(stream: string): Promise<void> {
  const desk = deskOf(stream);
  if (await desk.box.again()) {
    recorded(stream, desk);
  }
}

/** Nothing is left to keep, except words that are newer than what was sent. */
function recorded(stream: string, { draft, out }: Desk): void {
  const newer = draft.peek();
  if (newer && out && !same(newer, out)) {
    const fileSent = newer.file !== null && newer.file.document === out.file?.document;
    write(stream, fileSent ? { ...newer, file: null, keeps: true } : newer);
    return;
  }
  clearTimeout(timers.get(stream));
  draft.value = null;
  void scraps.remove(placeOf(stream));
}

/** Only what is filled in travels. */
function commandOf({ choice, text, file, keeps }: AnswerDraft): AnswerCirculation | null {
  if (choice === '') {
    return null;
  }
  const command: AnswerCirculation = { type: 'circulation.answer', choice, text: text.trim() };
  if (file) {
    command.document = file.document;
  } else if (keeps) {
    command.keeps_file = true;
  }
  return command;
}

/** What was written before the program ended unforeseen. A file that never arrived is left out. */
export async function takeUp(stream: string): Promise<void> {
  const found = await scraps.get<AnswerDraft>(placeOf(stream)).catch(() => undefined);
  const { draft } = deskOf(stream);
  if (!found || draft.peek()) {
    return;
  }
  if (found.file) {
    await loadKept();
  }
  const arrived = kept.peek()?.documents.some(({ id }) => id === found.file?.document);
  draft.value ??= arrived ? found : { ...found, file: null };
}

function placeOf(stream: string): string {
  return `answer/${stream}`;
}

/** A draft begins as what is recorded. */
export function begun(mine: MyAnswerRecord | undefined): AnswerDraft {
  return { choice: mine?.choice ?? '', text: mine?.text ?? '', file: null, keeps: Boolean(mine?.file) };
}

export function isChanged(draft: AnswerDraft, mine: MyAnswerRecord | undefined): boolean {
  const first = begun(mine);
  return (
    draft.choice !== first.choice ||
    draft.text !== first.text ||
    draft.file !== null ||
    draft.keeps !== first.keeps
  );
}
