import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { ItemRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { newId } from '../../sync/ids';
import { Keys } from '../../sync/keys';
import type { Stream } from '../../sync/stream';
import { Field, TextArea } from '../../ui/field';
import { FormDialog, tell } from './form-dialog';

const MOST_MINUTES = 600;

interface ItemFormProps {
  stream: Stream;
  /** The item to be changed; without one a new item is added. */
  entry?: Entry<ItemRecord>;
  onClose: () => void;
}

export function ItemForm({ stream, entry, onClose }: ItemFormProps) {
  const [item] = useState(() => entry?.[0] ?? newId());
  const [keys] = useState(() => new Keys());
  const [title, setTitle] = useState(entry?.[1].title ?? '');
  const [presenter, setPresenter] = useState(entry?.[1].presenter ?? '');
  const [minutes, setMinutes] = useState(String(entry?.[1].minutes ?? ''));
  const submit = async () => {
    const count = Number(minutes || 0);
    if (!Number.isInteger(count) || count < 0 || count > MOST_MINUTES) {
      return t().desk.minutesWrong;
    }
    const facts = { item, title: title.trim(), presenter: presenter.trim(), minutes: count };
    // what was sent before may be recorded, although no answer came: then this changes it
    const type = entry || stream.records.row('item', item) ? 'item.update' : 'item.add';
    const command = { type, ...facts } as const;
    return tell(stream.id, command, keys.of(command));
  };
  const heading = entry ? t().desk.editItem : t().desk.addItem;
  return (
    <FormDialog heading={heading} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <TextArea
        label={t().desk.itemTitle}
        value={title}
        onValue={setTitle}
        maxLength={300}
        rows={2}
        required
      />
      <Field label={t().desk.presenter} value={presenter} onValue={setPresenter} maxLength={300} />
      <Field
        label={t().desk.minutes}
        type="number"
        inputMode="numeric"
        value={minutes}
        onValue={setMinutes}
      />
    </FormDialog>
  );
}
