import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { go } from '../../route';
import { post } from '../../sync/api';
import { newId } from '../../sync/ids';
import { me } from '../../sync/session';
import { Button } from '../../ui/button';
import { Field, TextArea } from '../../ui/field';
import { FormDialog, faultOf } from '../secretary/form-dialog';

/** For those who may found one: the button and its form. */
export function NewCirculation() {
  const [open, setOpen] = useState(false);
  const role = me.value?.user.role;
  if (role !== 'secretary' && role !== 'administrator') {
    return null;
  }
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {t().circulations.fresh}
      </Button>
      {open && <Form onClose={() => setOpen(false)} />}
    </>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const [circulation] = useState(
    () =>
      `c${newId()
        .replace(/[^A-Za-z0-9]/g, '')
        .slice(0, 31)}`,
  );
  const [question, setQuestion] = useState('');
  const [agency, setAgency] = useState(me.value?.office.name ?? '');
  const [parent, setParent] = useState('');
  const submit = async () => {
    const facts = { question: question.trim(), agency: agency.trim(), parent_agency: parent.trim() };
    const fault = await faultOf(post('/api/circulations', { circulation, ...facts }, circulation));
    if (!fault) {
      go(`/circulation/${circulation}`);
    }
    return fault;
  };
  return (
    <FormDialog heading={t().circulations.fresh} act={t().desk.create} onSubmit={submit} onClose={onClose}>
      <p class="small quiet">{t().circulations.freshHint}</p>
      <TextArea
        label={t().circulations.question}
        value={question}
        onValue={said => setQuestion(said.replaceAll('\n', ' '))}
        maxLength={300}
        rows={2}
        required
      />
      <Field label={t().desk.agency} value={agency} onValue={setAgency} maxLength={300} required />
      <Field label={t().desk.parentAgency} value={parent} onValue={setParent} maxLength={300} />
    </FormDialog>
  );
}
