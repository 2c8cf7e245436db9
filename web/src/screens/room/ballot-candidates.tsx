import { useId, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import { filled, fitness, MARKS, type Mark, NO_MARKS } from '../../rules/ballots';
import { Button } from '../../ui/button';
import type { FormProps } from './ballot-paper';
import { useRoom } from './state';

/** For, against or abstention on each option; the ballot goes when every option has its mark. */
export function CandidatesBallot({ vote: [id, vote], recorded, closed, onCast, said }: FormProps) {
  const draft = useRoom().ballots.draft(id, recorded ?? NO_MARKS);
  const group = useId();
  const list = useRef<HTMLDivElement>(null);
  const { marks } = draft.value;
  const put = (given: Record<string, Mark>) => {
    draft.value = { ...draft.peek(), marks: { ...draft.peek().marks, ...given } };
  };
  const [count, of] = filled(vote, draft.value);
  const words = t().ballot;
  const next = () => list.current?.querySelector<HTMLElement>('fieldset:not(:has(:checked)) input')?.focus();
  return (
    <>
      <div class="row apart">
        <p class="quiet">{words.askEach(of)}</p>
        <Button
          size="small"
          disabled={closed}
          onClick={() => put(Object.fromEntries(vote.options.map(option => [option.id, 'for'])))}
        >
          {words.allFor}
        </Button>
      </div>
      <div class="option-list" ref={list}>
        {vote.options.map(option => (
          <fieldset key={option.id} class="candidate" disabled={closed}>
            <legend>{option.label}</legend>
            <div class="candidate-marks">
              {MARKS.map(mark => (
                <label key={mark} class={`candidate-mark ${mark}`}>
                  <input
                    type="radio"
                    name={`${group} ${option.id}`}
                    checked={marks[option.id] === mark}
                    onChange={() => put({ [option.id]: mark })}
                  />
                  <span>{words.marks[mark]}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <footer class="ballot-foot">
        {said}
        <div role="status" class="ballot-count">
          <p class="figures">{words.marked(count, of)}</p>
        </div>
        {fitness(vote, draft.value) === 'unmarked' && (
          <Button size="small" icon="arrowDown" onClick={next}>
            {words.nextUnmarked}
          </Button>
        )}
        <Button
          kind="primary"
          size="big"
          wide
          icon="send"
          disabled={closed || fitness(vote, draft.value) === 'unmarked'}
          onClick={() => onCast({ ...NO_MARKS, marks })}
        >
          {recorded ? words.sendChange : words.send}
        </Button>
      </footer>
    </>
  );
}
