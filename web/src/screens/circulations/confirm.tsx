import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MyAnswerRecord } from '../../records';
import { post } from '../../sync/api';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { FormDialog, faultOf } from '../secretary/form-dialog';
import { fullMoment } from './words';

/** An answer may be confirmed with the password, so that nobody who found the tablet open answers for its owner. */
export function ConfirmAnswer({ stream, mine }: { stream: Stream; mine: MyAnswerRecord }) {
  const words = t().circulations;
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  if (mine.confirmed_at !== null) {
    return (
      <Badge icon="lock" tone="good">
        {words.confirmed(fullMoment(mine.confirmed_at))}
      </Badge>
    );
  }
  const close = () => {
    setOpen(false);
    setPassword('');
  };
  const submit = () => {
    const address = `/api/streams/${encodeURIComponent(stream.id)}/confirm`;
    return faultOf(post(address, { password, at: mine.at }, newId()));
  };
  return (
    <>
      <Button icon="lock" wide onClick={() => setOpen(true)}>
        {words.confirm}
      </Button>
      {open && (
        <FormDialog heading={words.confirm} act={words.confirm} onSubmit={submit} onClose={close}>
          <p>{words.recorded(words.choices[mine.choice], fullMoment(mine.at))}</p>
          <Field
            label={t().sign.password}
            type="password"
            autocomplete="current-password"
            value={password}
            onValue={setPassword}
            hint={words.confirmHint}
            required
          />
        </FormDialog>
      )}
    </>
  );
}
