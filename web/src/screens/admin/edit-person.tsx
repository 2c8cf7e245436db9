import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { UserRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import type { Stream } from '../../sync/stream';
import { FormDialog, tell } from '../secretary/form-dialog';
import { emailFault, PersonFields, trimmed } from './person-fields';

interface EditPersonProps {
  stream: Stream;
  entry: Entry<UserRecord>;
  onClose: () => void;
}

export function EditPerson({ stream, entry: [user, before], onClose }: EditPersonProps) {
  const [facts, setFacts] = useState(trimmed(before));
  const submit = async () =>
    emailFault(facts) ||
    tell(stream.id, { type: 'user.update', user, ...trimmed(facts), active: before.active });
  return (
    <FormDialog heading={t().people.editing} act={t().common.save} onSubmit={submit} onClose={onClose}>
      <PersonFields facts={facts} onFacts={setFacts} />
    </FormDialog>
  );
}
