import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { UserRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { post } from '../../sync/api';
import { say } from '../../sync/cabinet';
import { Field } from '../../ui/field';
import { FormDialog, faultOf } from '../secretary/form-dialog';

/** An administrator's password for somebody ends that person's sessions. */
export function givePassword(user: string, password: string): Promise<string> {
  return faultOf(post(`/api/users/${encodeURIComponent(user)}/password`, { password }));
}

export function Password({ entry: [id, user], onClose }: { entry: Entry<UserRecord>; onClose: () => void }) {
  const [password, setPassword] = useState('');
  const submit = async () => {
    const fault = await givePassword(id, password);
    if (!fault) {
      say(t().people.passwordSet(user.name));
    }
    return fault;
  };
  return (
    <FormDialog
      heading={t().people.setPasswordOf(user.name)}
      act={t().people.setPassword}
      onSubmit={submit}
      onClose={onClose}
    >
      <PasswordField value={password} onValue={setPassword} />
    </FormDialog>
  );
}

export function PasswordField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  return (
    <Field
      label={t().people.password}
      hint={t().people.passwordHint}
      value={value}
      onValue={onValue}
      autocomplete="new-password"
      maxLength={200}
      required
    />
  );
}
