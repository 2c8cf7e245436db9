import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { say } from '../../sync/cabinet';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Field } from '../../ui/field';
import { FormDialog, tell } from '../secretary/form-dialog';
import { givePassword, PasswordField } from './password';
import { emailFault, type PersonFacts, PersonFields, trimmed } from './person-fields';

const LOGIN = /^[a-z0-9._-]{2,40}$/;
const NOBODY: PersonFacts = { name: '', title: '', unit: '', role: 'member', email: '' };

/** Makes the person and then the password; when only the first worked, the form stays for the second. */
export function AddPerson({ stream, onClose }: { stream: Stream; onClose: () => void }) {
  const [user] = useState(newId);
  const [login, setLogin] = useState('');
  const [facts, setFacts] = useState(NOBODY);
  const [password, setPassword] = useState('');
  const submit = async () => {
    if (!LOGIN.test(login)) {
      return t().people.loginWrong;
    }
    const wrong = emailFault(facts);
    if (wrong) {
      return wrong;
    }
    const known = stream.records.row('user', user) !== undefined;
    const fault = known
      ? ''
      : await tell(stream.id, { type: 'user.create', user, login, ...trimmed(facts) }, user);
    if (fault) {
      return fault;
    }
    const why = await givePassword(user, password);
    if (why) {
      return t().people.noPassword(why);
    }
    say(t().people.added(facts.name));
    return '';
  };
  return (
    <FormDialog heading={t().people.add} act={t().people.add} onSubmit={submit} onClose={onClose}>
      <Field
        label={t().people.login}
        hint={t().people.loginHint}
        value={login}
        onValue={value => setLogin(value.trim().toLowerCase())}
        maxLength={40}
        required
      />
      <PersonFields facts={facts} onFacts={setFacts} />
      <PasswordField value={password} onValue={setPassword} />
    </FormDialog>
  );
}
