import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { agenda } from '../../rules/agenda';
import { firstRule } from '../../rules/decision';
import { draftOf, type Fault, faultOf, planOf, type VoteDraft } from '../../rules/vote-draft';
import { newId } from '../../sync/ids';
import { Keys } from '../../sync/keys';
import type { Stream } from '../../sync/stream';
import { Choice, TextArea } from '../../ui/field';
import type { Option } from '../../wire';
import { FormDialog, tell } from '../secretary/form-dialog';
import { OptionsField } from './options-field';
import { Presets } from './presets';
import { RuleFields } from './rule-fields';
import { RuleSentence } from './rule-sentence';
import { VotersField } from './voters-field';
import '../../styles/vote-form.css';

export interface DraftProps {
  stream: Stream;
  draft: VoteDraft;
  onDraft: (part: Partial<VoteDraft>) => void;
}

interface PrepareVoteProps {
  stream: Stream;
  /** The prepared vote that is edited; without it a new one is written. */
  edited?: string | undefined;
  onClose: () => void;
}

/** Question, item and a rule: a usual one by a tap, or every part of it by hand; its sentence is read before saving. */
export function PrepareVote({ stream, edited, onClose }: PrepareVoteProps) {
  const [vote] = useState(edited ?? newId());
  const [draft, setDraft] = useState(() => firstDraft(stream, edited));
  const [keys] = useState(() => new Keys());
  // those of the last try keep their names, so that the same form sent again is the same request
  const [options, setOptions] = useState<readonly Option[]>([]);
  const onDraft = (part: Partial<VoteDraft>) => setDraft(before => ({ ...before, ...part }));
  const submit = async () => {
    const fault = faultOf(draft);
    if (fault) {
      return faultWords(fault);
    }
    const sent = stream.records.row('vote', vote);
    const plan = planOf(draft, sent?.options ?? options, newId);
    setOptions(plan.options ?? []);
    // what was sent before may be recorded, although no answer came: then this changes it
    const command = { type: edited || sent ? 'vote.edit' : 'vote.prepare', vote, ...plan } as const;
    return tell(stream.id, command, keys.of(command));
  };
  const words = t().voteForm;
  const props: DraftProps = { stream, draft, onDraft };
  return (
    <FormDialog
      heading={edited ? words.edit : words.prepare}
      act={words.save}
      onSubmit={submit}
      onClose={onClose}
      shape="page"
    >
      <div class="vote-form">
        <div class="vote-form-part">
          <Question {...props} />
          <Presets {...props} />
          {draft.rule.method !== 'standard' && <OptionsField {...props} />}
        </div>
        <div class="vote-form-part">
          <RuleSentence {...props} />
          <details class="vote-form-custom">
            <summary>{words.custom}</summary>
            <div class="vote-form-part">
              <RuleFields {...props} />
              <MoreItems {...props} edited={edited} />
              <VotersField {...props} />
            </div>
          </details>
        </div>
      </div>
    </FormDialog>
  );
}

function firstDraft({ id, records }: Stream, edited: string | undefined): VoteDraft {
  const vote = records.row('vote', edited);
  if (vote) {
    return draftOf(vote, records.row('vote_list', edited));
  }
  const items = agenda(records.of('item').value);
  return {
    question: '',
    item: records.row('meeting', id)?.item ?? items[0]?.[0] ?? '',
    more: [],
    rule: firstRule(records.row('meeting', id)),
    options: '',
    voters: null,
    seconds: 0,
  };
}

function Question({ stream, draft, onDraft }: DraftProps) {
  const items = agenda(stream.records.of('item').value);
  const words = t().voteForm;
  return (
    <>
      <TextArea
        label={words.question}
        hint={words.questionHint}
        value={draft.question}
        onValue={question => onDraft({ question })}
        maxLength={300}
        required
      />
      <Choice
        label={words.item}
        value={draft.item}
        choices={items.map(([id, row], index) => [id, `${index + 1}. ${row.title}`] as const)}
        onValue={item => onDraft({ item, more: draft.more.filter(other => other !== item) })}
      />
    </>
  );
}

/** One vote may decide several items. */
function MoreItems({ stream, draft, onDraft, edited }: DraftProps & { edited?: string | undefined }) {
  const pulled = stream.records.row('vote', edited)?.pulled ?? [];
  const others = agenda(stream.records.of('item').value).filter(
    ([id]) => id !== draft.item && !pulled.includes(id),
  );
  const toggle = (id: string) =>
    onDraft({
      more: draft.more.includes(id) ? draft.more.filter(other => other !== id) : [...draft.more, id],
    });
  if (others.length === 0) {
    return null;
  }
  return (
    <fieldset class="plain-set">
      <legend>{t().voteForm.moreItems}</legend>
      {others.map(([id, item]) => (
        <label key={id} class="tick">
          <input type="checkbox" checked={draft.more.includes(id)} onChange={() => toggle(id)} />
          <span>{item.title}</span>
        </label>
      ))}
    </fieldset>
  );
}

function faultWords(fault: Fault): string {
  const words = t().voteForm;
  switch (fault.fault) {
    case 'count':
      return words.optionsRange(fault.least, fault.most);
    case 'twice':
      return words.optionsTwice(fault.label);
    case 'long':
      return words.optionLong(fault.label);
    default:
      return words.faults[fault.fault];
  }
}
