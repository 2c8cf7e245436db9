import { t } from '../../i18n';
import type { SendCirculation } from '../../wire';
import type { DraftSaver } from './draft-saver';

/** Saves first; why the draft does not go out as it stands in the form, or empty. */
export async function whyNotYet(saver: DraftSaver): Promise<string> {
  if (await saver.save()) {
    return '';
  }
  const words = t().circulationDraft;
  return saver.clash.peek() ? words.chooseFirst : words.saveFirst;
}

/** `seen`: its edits when the person was asked. What another officer put in behind the question has to be read first. */
export async function sendOut(
  saver: DraftSaver,
  seen: number,
  tell: (command: SendCirculation) => Promise<string>,
): Promise<string> {
  return (await whyNotYet(saver)) || tell({ type: 'circulation.send', base: seen });
}
