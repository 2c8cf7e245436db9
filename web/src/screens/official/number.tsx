import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { OfficialNumberRecord } from '../../records';
import { dateField } from '../../rules/moments';
import type { Stream } from '../../sync/stream';
import { Field } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';

interface NumberEditorProps {
  stream: Stream;
  document: string;
  heading: string;
  given: OfficialNumberRecord | undefined;
  onClose: () => void;
}

/** What the clerk's office gave; emptied, it is taken back. */
export function NumberEditor({ stream, document, heading, given, onClose }: NumberEditorProps) {
  const [number, setNumber] = useState(given?.number ?? '');
  const [dated, setDated] = useState(given?.dated ?? dateField(Date.now()));
  const submit = () =>
    tell(stream.id, {
      type: 'official.number',
      document,
      number: number.trim(),
      dated: number.trim() ? dated : '',
    });
  return (
    <FormDialog heading={heading} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <div class="two-fields">
        <Field
          label={t().official.numberField}
          value={number}
          onValue={setNumber}
          inputMode="numeric"
          maxLength={7}
          hint={t().official.numberHint}
        />
        <Field label={t().official.dated} type="date" value={dated} onValue={setDated} />
      </div>
    </FormDialog>
  );
}
