import { t } from '../../i18n';
import type { LetterRecord } from '../../records';
import { act } from '../../sync/cabinet';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { fullMoment } from './words';

/** What this person was told of the circulation, newest first. */
export function wordsTo(stream: Stream, user: string): LetterRecord[] {
  const letters = [...stream.records.of('letter').value.values()].filter(letter => letter.user === user);
  return letters.sort((one, other) => other.at - one.at);
}

/** When somebody was nudged last, how often, and what became of the letter. */
export function Nudged({ stream, user }: { stream: Stream; user: string }) {
  const words = t().circulationDesk;
  const told = wordsTo(stream, user);
  const last = told[0];
  if (!last) {
    return null;
  }
  const mail = me.value?.office.mail ? [t().letters.states[last.state]] : [];
  return (
    <p class="small quiet figures">
      {[words.toldAt(fullMoment(last.at)), words.toldTimes(told.length), ...mail].join(' · ')}
    </p>
  );
}

/** One person, or all who have not answered; nobody twice within a few minutes, which the server sees to. */
export function NudgeButton({ stream, people, name }: { stream: Stream; people: string[]; name?: string }) {
  const words = t().circulationDesk;
  return (
    <Button
      size="small"
      icon="send"
      label={name ? words.nudgeName(name) : words.nudgeAll(people.length)}
      onClick={() => act(stream.id, { type: 'circulation.nudge', people })}
    >
      {name ? words.nudge : words.nudgeAll(people.length)}
    </Button>
  );
}

/** What the server does by itself, and when it did. */
export function AutomaticNudges({ stream }: { stream: Stream }) {
  const words = t().circulationDesk;
  const rules = [...stream.records.of('reminder').value].sort(
    ([, one], [, other]) => one.due_at - other.due_at,
  );
  return (
    <>
      {!me.value?.office.mail && <p class="small quiet">{words.noMail}</p>}
      <ul class="small figures">
        {rules.map(([id, { due_at, state, people }]) => (
          <li key={id}>
            {state === 'waiting' && words.willNudge(fullMoment(due_at))}
            {state === 'sent' && words.nudgedAt(fullMoment(due_at), people)}
            {state === 'missed' && words.missedNudge(fullMoment(due_at))}
          </li>
        ))}
      </ul>
    </>
  );
}
