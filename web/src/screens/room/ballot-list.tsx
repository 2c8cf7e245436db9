import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { fitness, type Marks, NO_MARKS, togglePick } from '../../rules/ballots';
import { Button } from '../../ui/button';
import { useClosing } from '../../ui/closing';
import { Confirm } from '../../ui/dialog';
import type { FormProps } from './ballot-paper';
import { useRaise, useRoom } from './state';

/** Choose from a list: what is picked is counted beside the button that sends it. */
export function ListBallot({ vote: [id, vote], recorded, closed, onCast, said }: FormProps) {
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
        vote={[id, vote]}
        draft={draft.value}
        recorded={recorded}
        full={full}
        closed={closed}
        onCast={onCast}
        said={said}
      />
    </>
  );
}

interface SendProps extends FormProps {
  draft: Marks;
  full: boolean;
}

function SendPicks({ vote: [id, vote], draft, recorded, full, closed, onCast, said }: SendProps) {
  const raise = useRaise();
  const words = t().ballot;
  const { least, most } = vote.rule;
  const state = fitness(vote, draft);
  const fault = full ? words.tooMany(most) : state === 'too-few' ? words.tooFew(least) : '';
  const cast = () => onCast({ ...NO_MARKS, picks: draft.picks });
  const askBlank = () => raise(close => <AskBlank vote={id} onConfirm={cast} onClose={close} />);
  return (
    <footer class="ballot-foot">
      {said}
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
        onClick={() => (state === 'blank' ? askBlank() : cast())}
      >
        {state === 'blank' ? words.sendBlank : recorded ? words.sendChange : words.send}
      </Button>
    </footer>
  );
}

interface AskProps {
  vote: string;
  onConfirm: () => unknown;
  onClose: () => void;
}

/** Stands as long as a ballot can be sent. */
function AskBlank({ vote, onConfirm, onClose }: AskProps) {
  const words = t().ballot;
  useClosing(useRoom().stream.records.row('vote', vote)?.state !== 'open', onClose);
  return (
    <Confirm
      question={words.blankQuestion}
      detail={words.blankDetail}
      act={words.sendBlank}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
}
