import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { sentence } from '../../sync/api';
import { say } from '../../sync/cabinet';
import { newId, OFFICE } from '../../sync/ids';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';
import { planOfMeeting } from './sources';

/** The meeting as it is planned now, kept by name for the next ones. */
export function SaveTemplate({ stream, title }: { stream: Stream; title: string }) {
  const [open, setOpen] = useState(false);
  const role = me.value?.user.role;
  if (role !== 'secretary' && role !== 'administrator') {
    return null;
  }
  return (
    <>
      <Button kind="quiet" size="small" onClick={() => setOpen(true)}>
        {t().plans.saveTemplate}
      </Button>
      {open && <Form stream={stream} title={title} onClose={() => setOpen(false)} />}
    </>
  );
}

function Form({ stream, title, onClose }: { stream: Stream; title: string; onClose: () => void }) {
  const [template] = useState(newId);
  const [name, setName] = useState(title);
  const submit = async () => {
    try {
      const { plan } = await planOfMeeting(stream.id);
      const fault = await tell(OFFICE, { type: 'meeting-template.save', template, name: name.trim(), plan });
      if (!fault) {
        say(t().plans.saved(name.trim()));
      }
      return fault;
    } catch (error) {
      return sentence(error);
    }
  };
  return (
    <FormDialog heading={t().plans.saveTemplate} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <p class="small quiet">{t().plans.saveTemplateHint}</p>
      <Field label={t().plans.templateName} value={name} onValue={setName} maxLength={300} required />
    </FormDialog>
  );
}
