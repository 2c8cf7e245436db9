import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MeetingRecord, OfficialFormRecord } from '../../records';
import type { Stream } from '../../sync/stream';
import { Field, TextArea } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';

interface FormEditorProps {
  stream: Stream;
  meeting: MeetingRecord;
  form: OfficialFormRecord | undefined;
  onClose: () => void;
}

const RECIPIENTS = 'Như thành phần tham dự;\nLưu: VT, Hồ sơ.';

/** Letterhead, place, symbol, signature, nơi nhận: once for the agency, taken over by its next meetings. */
export function FormEditor({ stream, meeting, form, onClose }: FormEditorProps) {
  const [parent, setParent] = useState(meeting.parent_agency);
  const [agency, setAgency] = useState(meeting.agency);
  const [place, setPlace] = useState(form?.place ?? '');
  const [symbol, setSymbol] = useState(form?.symbol ?? 'VP');
  const [authority, setAuthority] = useState((form?.authority ?? []).join('\n'));
  const [signer, setSigner] = useState(form?.signer ?? '');
  const [recipients, setRecipients] = useState(form ? form.recipients.join('\n') : RECIPIENTS);
  const words = t().official;
  const submit = () =>
    tell(stream.id, {
      type: 'official.form',
      agency: agency.trim(),
      parent_agency: parent.trim(),
      place: place.trim(),
      symbol: symbol.trim().toLocaleUpperCase('vi'),
      authority: linesOf(authority),
      signer: signer.trim(),
      recipients: linesOf(recipients),
    });
  return (
    <FormDialog heading={words.form} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <Field label={t().desk.parentAgency} value={parent} onValue={setParent} maxLength={300} />
      <Field label={t().desk.agency} value={agency} onValue={setAgency} maxLength={300} required />
      <div class="two-fields">
        <Field label={words.place} value={place} onValue={setPlace} maxLength={300} hint={words.placeHint} />
        <Field
          label={words.symbol}
          value={symbol}
          onValue={setSymbol}
          maxLength={30}
          hint={words.symbolHint}
          required
        />
      </div>
      <TextArea
        label={words.authority}
        value={authority}
        onValue={setAuthority}
        rows={2}
        hint={words.authorityHint}
      />
      <Field
        label={words.signer}
        value={signer}
        onValue={setSigner}
        maxLength={300}
        hint={words.signerHint}
      />
      <TextArea
        label={words.recipients}
        value={recipients}
        onValue={setRecipients}
        rows={4}
        hint={words.recipientsHint}
      />
    </FormDialog>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}
