import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import { get, Refusal, sentence } from '../sync/api';
import { endedBySurprise, signIn } from '../sync/session';
import { Button, IconButton } from '../ui/button';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { DisplaySettings } from './display-settings';
import './sign-in.css';

interface Office {
  name: string;
  city?: string;
}

export function SignIn() {
  return (
    <main class="page narrow sign-in">
      <Heading />
      <Form />
      <TabletCode />
      <DisplaySettings />
    </main>
  );
}

function Heading() {
  const [office, setOffice] = useState<Office | null>(null);
  useEffect(() => {
    get<Office>('/api/office').then(setOffice, () => {});
  }, []);
  return (
    <header class="sign-in-head">
      <img src="/icons/emblem.svg" alt="" width="72" height="72" />
      <p class="sign-in-office">{office?.name}</p>
      <h1>{t().common.app}</h1>
    </header>
  );
}

function Form() {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event) => {
    event.preventDefault();
    setBusy(true);
    setError('');
    await signIn(login.trim().toLowerCase(), password).catch(failure => setError(why(failure)));
    setBusy(false);
  };
  const texts = t().sign;
  return (
    <form onSubmit={submit}>
      <Card label={texts.heading}>
        {endedBySurprise.value && <p class="quiet">{texts.ended}</p>}
        <Field label={texts.login} value={login} onValue={setLogin} autocomplete="username" required />
        <Field
          label={texts.password}
          type={shown ? 'text' : 'password'}
          value={password}
          onValue={setPassword}
          autocomplete="current-password"
          required
          after={
            <IconButton
              icon="eye"
              label={shown ? texts.hide : texts.show}
              pressed={shown}
              onClick={() => setShown(!shown)}
            />
          }
        />
        {error && (
          <p class="sign-in-error" role="alert">
            {error}
          </p>
        )}
        <Button type="submit" kind="primary" size="big" wide disabled={busy}>
          {busy ? texts.acting : texts.act}
        </Button>
        <p class="quiet small">{texts.help}</p>
      </Card>
    </form>
  );
}

/** The server's sentence, with the tries that are left when it names them and the sentence does not. */
function why(error: unknown): string {
  const said = sentence(error);
  const left = error instanceof Refusal ? error.facts.left : undefined;
  return left === undefined || /\d/.test(said) ? said : `${said} ${t().sign.left(Number(left))}`;
}

/** On a wide screen (a desk, a wall): the code that opens this page on a tablet. */
function TabletCode() {
  return (
    <figure class="sign-in-code">
      <img src="/api/qr.svg?path=/" alt="" width="128" height="128" />
      <figcaption class="quiet small">{t().sign.qr}</figcaption>
    </figure>
  );
}
