import { useEffect } from 'preact/hooks';
import { t } from '../../i18n';
import type { MyAnswerRecord } from '../../records';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { type AnswerDraft, begun, deskOf, isChanged, submit, takeUp, write } from './draft';
import { AnswerFileField, fileReady } from './file-field';

const CHOICES = ['for', 'against', 'other'] as const;

interface Props {
  stream: Stream;
  mine: MyAnswerRecord | undefined;
  offline: boolean;
}

/** Three answers as large as a thumb, words and a file. Nothing but the person's own taps changes what is filled in. */
export function AnswerForm({ stream, mine, offline }: Props) {
  const words = t().circulations;
  const { draft } = deskOf(stream.id);
  const said = draft.value ?? begun(mine);
  const set = (part: Partial<AnswerDraft>) => write(stream.id, { ...said, ...part });
  useEffect(() => void takeUp(stream.id), [stream.id]);
  const submitForm = (event: Event) => {
    event.preventDefault();
    void submit(stream.id, said);
  };
  const ready = said.choice !== '' && fileReady(said.file) && !offline;
  const changed = isChanged(said, mine);
  return (
    <form class="stack" onSubmit={submitForm}>
      <fieldset class="circulation-choices">
        <legend>{words.choose}</legend>
        {CHOICES.map(choice => (
          <label key={choice} class={`circulation-choice says-${choice}`}>
            <input
              type="radio"
              name={`answer-${stream.id}`}
              checked={said.choice === choice}
              onChange={() => set({ choice })}
            />
            <span>{words.choices[choice]}</span>
          </label>
        ))}
      </fieldset>
      <TextArea
        label={words.text}
        value={said.text}
        onValue={text => set({ text })}
        rows={4}
        maxLength={4000}
        hint={said.choice === 'other' ? words.otherHint : words.textHint}
      />
      <AnswerFileField recorded={mine?.file ?? ''} draft={said} onDraft={set} />
      {changed && <p class="small quiet">{mine ? words.unsent : words.keptHere}</p>}
      <Button
        type="submit"
        kind="primary"
        size="big"
        wide
        icon="send"
        disabled={!ready || (Boolean(mine) && !changed)}
      >
        {mine ? words.change : words.send}
      </Button>
    </form>
  );
}
