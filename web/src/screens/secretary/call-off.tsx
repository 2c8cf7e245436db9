import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { FormDialog, tell } from './form-dialog';

/** The meeting will not take place: asked once, with the reason that everybody is told. */
export function CallOff({ stream, title }: { stream: Stream; title: string }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const submit = () => tell(stream.id, { type: 'meeting.call-off', reason: reason.trim() });
  return (
    <>
      <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
        {t().letters.callOff}
      </Button>
      {open && (
        <FormDialog
          heading={t().letters.callOffQuestion(title)}
          act={t().letters.callOff}
          kind="stop"
          onSubmit={submit}
          onClose={() => setOpen(false)}
        >
          <p>{t().letters.callOffDetail}</p>
          <Field
            label={t().letters.callOffReason}
            value={reason}
            onValue={setReason}
            maxLength={300}
            required
          />
        </FormDialog>
      )}
    </>
  );
}
