import { useState } from 'preact/hooks';
import { t } from '../i18n';
import { outbox } from '../sync/cabinet';
import { me, signOut } from '../sync/session';
import { Button, IconButton } from '../ui/button';
import { Confirm, Dialog } from '../ui/dialog';
import { layout } from '../ui/layout';
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
      {layout.value === 'phone' ? <Folded /> : <PersonalActs />}
    </header>
  );
}

/** On a phone one button holds them all: the meetings come first. */
function Folded() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon="menu" label={t().common.menu} onClick={() => setOpen(true)} />
      {open && (
        <Dialog heading={t().room.mine} shape="sheet" onClose={() => setOpen(false)}>
          <PersonalActs />
        </Dialog>
      )}
    </>
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
      {me.value?.user.role !== 'member' && (
        <a class="button quiet small" href="#/halls">
          {t().halls.open}
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
    await outbox.discardAll();
    await signOut();
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
