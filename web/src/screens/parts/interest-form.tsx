import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { agenda } from '../../rules/agenda';
import { withVote } from '../../rules/interests';
import type { Stream } from '../../sync/stream';
import { Choice, TextArea } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';

export interface InterestFormProps {
  stream: Stream;
  /** Whose declaration it is; without one the desk chooses among all who vote. */
  user?: string;
  onClose: () => void;
}

/** One declaration: who, on which item, why. Items that have not been dealt with come first to hand. */
export function InterestForm({ stream, user, onClose }: InterestFormProps) {
  const words = t().interests;
  const { records } = stream;
  const items = agenda(records.of('item').value);
  const people = withVote(records.of('member').value);
  const next = items.find(([, item]) => item.state !== 'done') ?? items[0];
  const [item, setItem] = useState(next?.[0] ?? '');
  const [person, setPerson] = useState(user ?? people[0]?.[0] ?? '');
  const [reason, setReason] = useState('');
  const submit = () =>
    tell(stream.id, { type: 'interest.declare', item, reason: reason.trim(), user: person });
  return (
    <FormDialog heading={words.declare} act={words.save} onSubmit={submit} onClose={onClose}>
      <p class="quiet">{words.hint}</p>
      {!user && (
        <Choice
          label={words.person}
          value={person}
          choices={people.map(([id, member]) => [id, member.name] as const)}
          onValue={setPerson}
        />
      )}
      <Choice
        label={words.item}
        value={item}
        choices={items.map(([id, row], index) => [id, `${index + 1}. ${row.title}`] as const)}
        onValue={setItem}
      />
      <TextArea
        label={words.reason}
        hint={words.reasonHint}
        value={reason}
        onValue={setReason}
        maxLength={300}
        required
      />
    </FormDialog>
  );
}
