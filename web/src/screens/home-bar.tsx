import { useState } from 'preact/hooks';
import { t } from '../i18n';
import { sentence } from '../sync/api';
import { outbox, say } from '../sync/cabinet';
import { me, signOut } from '../sync/session';
import { Button } from '../ui/button';
import { Confirm } from '../ui/dialog';
import { DisplaySettings } from './display-settings';
import './home-bar.css';

/** Who is signed in, and the few things that concern the person rather than a meeting. */
export function HomeBar() {
  const user = me.value?.user;
  return (
    <header class="home-bar">
      <img src="/icons/emblem.svg" alt="" width="36" height="36" />
      <div class="home-bar-who">
        <strong>{user?.name}</strong>
        <span class="quiet small">{me.value?.office.name}</span>
      </div>
      <PersonalActs />
    </header>
  );
}

export function PersonalActs() {
  return (
    <nav class="row">
      <DisplaySettings />
      {me.value?.user.role === 'administrator' && (
        <a class="button quiet small" href="#/people">
          {t().people.open}
        </a>
      )}
      <a class="button quiet small" href="#/password">
        {t().sign.changeHeading}
      </a>
      <SignOut />
    </nav>
  );
}

function SignOut() {
  const [asking, setAsking] = useState(false);
  const leave = async () => {
    outbox.discardAll();
    await signOut().catch(error => say(sentence(error), 'stop'));
  };
  const press = () => (outbox.waiting.value.length ? setAsking(true) : leave());
  return (
    <>
      <Button kind="quiet" size="small" icon="logOut" onClick={press}>
        {t().common.signOut}
      </Button>
      {asking && (
        <Confirm
          question={t().common.signOut}
          detail={t().link.leaveUnsent}
          act={t().common.signOut}
          kind="stop"
          onConfirm={leave}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
