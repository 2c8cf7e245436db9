import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { agenda } from '../../rules/agenda';
import type { Stream } from '../../sync/stream';
import { Choice, TextArea } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';

/** The secretary writes down what the chair concluded on an item. */
export function ConclusionForm({ stream, onClose }: { stream: Stream; onClose: () => void }) {
  const { records } = stream;
  const items = agenda(records.of('item').value);
  const [item, setItem] = useState(records.row('meeting', stream.id)?.item ?? items[0]?.[0] ?? '');
  const [text, setText] = useState(records.row('conclusion', item)?.text ?? '');
  const choose = (wanted: string) => {
    setItem(wanted);
    setText(records.row('conclusion', wanted)?.text ?? '');
  };
  const submit = () => tell(stream.id, { type: 'item.conclude', item, text });
  return (
    <FormDialog heading={t().minutes.conclude} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <Choice
        label={t().voteForm.item}
        value={item}
        choices={items.map(([id, row], index) => [id, `${index + 1}. ${row.title}`] as const)}
        onValue={choose}
      />
      <TextArea label={t().chair.conclusion} value={text} onValue={setText} maxLength={8000} rows={6} />
    </FormDialog>
  );
}
