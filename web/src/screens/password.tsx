import { useState } from 'preact/hooks';
import { t } from '../i18n';
import { go } from '../route';
import { sentence } from '../sync/api';
import { say } from '../sync/cabinet';
import { changePassword } from '../sync/session';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { HomeBar } from './home-bar';

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
  const [error, setError] = useState('');
  const texts = t().sign;
  const submit = async (event: Event) => {
    event.preventDefault();
    const fault = faultOf(fresh, again);
    setError(fault);
    if (!fault) {
      await changePassword(current, fresh).then(done, failure => setError(sentence(failure)));
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
          required
        />
        <Field
          label={texts.fresh}
          type="password"
          value={fresh}
          onValue={setFresh}
          autocomplete="new-password"
          required
        />
        <Field
          label={texts.again}
          type="password"
          value={again}
          onValue={setAgain}
          autocomplete="new-password"
          error={error}
          required
        />
        <Button type="submit" kind="primary" size="big" wide>
          {texts.change}
        </Button>
      </Card>
    </form>
  );
}

function faultOf(fresh: string, again: string): string {
  if (fresh.length < SHORTEST) {
    return t().sign.tooShort;
  }
  return fresh === again ? '' : t().sign.different;
}

function done(): void {
  say(t().sign.changed);
  go('/');
}
