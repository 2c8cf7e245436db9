import { useState } from 'preact/hooks';
import { t } from '../i18n';
import { go } from '../route';
import { Refusal, sentence } from '../sync/api';
import { say } from '../sync/cabinet';
import { changePassword } from '../sync/session';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { HomeBar } from './home-bar';
import './sign-in.css';

const SHORTEST = 10;

export default function Password() {
  return (
    <div class="home">
      <HomeBar />
      <main class="page narrow">
        <h1>{t().sign.changeHeading}</h1>
        <Form />
        <a href="#/">{t().common.toMeetings}</a>
      </main>
    </div>
  );
}

function Form() {
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<Fault>({});
  const [busy, setBusy] = useState(false);
  const texts = t().sign;
  const submit = async (event: Event) => {
    event.preventDefault();
    const found = faultOf(fresh, again);
    setFault(found);
    if (!Object.keys(found).length) {
      setBusy(true);
      await changePassword(current, fresh).then(done, failure => setFault(refused(failure)));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={submit}>
      <Card>
        <Field
          label={texts.current}
          type="password"
          value={current}
          onValue={setCurrent}
          autocomplete="current-password"
          error={fault.current ?? ''}
          required
        />
        <Field
          label={texts.fresh}
          type="password"
          value={fresh}
          onValue={setFresh}
          autocomplete="new-password"
          hint={texts.freshHint}
          error={fault.fresh ?? ''}
          required
        />
        <Field
          label={texts.again}
          type="password"
          value={again}
          onValue={setAgain}
          autocomplete="new-password"
          error={fault.again ?? ''}
          required
        />
        {fault.form && (
          <p class="sign-in-error" role="alert">
            {fault.form}
          </p>
        )}
        <Button type="submit" kind="primary" size="big" wide disabled={busy}>
          {busy ? texts.changing : texts.change}
        </Button>
      </Card>
    </form>
  );
}

/** What is wrong, said beside the field that it is about; `form` for what no field is to blame for. */
type Fault = Partial<Record<'current' | 'fresh' | 'again' | 'form', string>>;

function faultOf(fresh: string, again: string): Fault {
  if (fresh.length < SHORTEST) {
    return { fresh: t().sign.tooShort };
  }
  return fresh === again ? {} : { again: t().sign.different };
}

function refused(failure: unknown): Fault {
  const wrong = failure instanceof Refusal && failure.code === 'password.wrong';
  return { [wrong ? 'current' : 'form']: sentence(failure) };
}

function done(): void {
  say(t().sign.changed);
  go('/');
}
