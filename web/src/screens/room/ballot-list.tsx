import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { fitness, type Marks, NO_MARKS, togglePick } from '../../rules/ballots';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import type { FormProps } from './ballot-paper';
import { useRoom } from './state';

/** Choose from a list: what is picked is counted beside the button that sends it. */
export function ListBallot({ vote: [id, vote], recorded, closed, onCast }: FormProps) {
  const draft = useRoom().ballots.draft(id, recorded ?? NO_MARKS);
  const [full, setFull] = useState(false);
  const { least, most } = vote.rule;
  const { picks } = draft.value;
  const toggle = (option: string) => {
    const after = togglePick(draft.peek().picks, option, most);
    setFull(!after);
    if (after) {
      draft.value = { ...draft.peek(), picks: after };
    }
  };
  return (
    <>
      <fieldset class="options" disabled={closed}>
        <legend>{t().ballot.ask(least, most, vote.options.length)}</legend>
        <div class="option-list">
          {vote.options.map(option => (
            <label key={option.id} class="option">
              <input
                type="checkbox"
                checked={picks.includes(option.id)}
                onClick={event => {
                  toggle(option.id);
                  event.currentTarget.checked = draft.peek().picks.includes(option.id);
                }}
              />
              <span>{option.label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <SendPicks
        vote={vote}
        draft={draft.value}
        recorded={recorded}
        full={full}
        closed={closed}
        onCast={onCast}
      />
    </>
  );
}

interface SendProps extends Omit<FormProps, 'vote'> {
  vote: FormProps['vote'][1];
  draft: Marks;
  full: boolean;
}

function SendPicks({ vote, draft, recorded, full, closed, onCast }: SendProps) {
  const [asking, setAsking] = useState(false);
  const words = t().ballot;
  const { least, most } = vote.rule;
  const state = fitness(vote, draft);
  const fault = full ? words.tooMany(most) : state === 'too-few' ? words.tooFew(least) : '';
  const cast = () => onCast({ ...NO_MARKS, picks: draft.picks });
  return (
    <footer class="ballot-foot">
      <div role="status" class="ballot-count">
        <p class="figures">{words.picked(draft.picks.length, most)}</p>
        {fault && <p class="small ballot-fault">{fault}</p>}
      </div>
      <Button
        kind="primary"
        size="big"
        wide
        icon="send"
        disabled={closed || state === 'too-few'}
        onClick={() => (state === 'blank' ? setAsking(true) : cast())}
      >
        {state === 'blank' ? words.sendBlank : recorded ? words.sendChange : words.send}
      </Button>
      {asking && (
        <Confirm
          question={words.blankQuestion}
          detail={words.blankDetail}
          act={words.sendBlank}
          onConfirm={cast}
          onClose={() => setAsking(false)}
        />
      )}
    </footer>
  );
}
