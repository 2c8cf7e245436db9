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
      {layout.value !== 'phone' && <Places />}
      <More />
    </header>
  );
}

/** What is seldom needed is one tap away; on a phone that holds for the places, too: the meetings come first. */
function More() {
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
    <div class="stack">
      {layout.value === 'phone' && <Places />}
      <div class="row">
        <DisplaySettings />
        <a class="button quiet small" href="#/password">
          {t().sign.changeHeading}
        </a>
        <SignOut />
      </div>
    </div>
  );
}

/** Where one goes from the list of meetings. */
function Places() {
  const role = me.value?.user.role;
  return (
    <nav class="row">
      <a class="button quiet small" href="#/calendar">
        {t().calendar.open}
      </a>
      <a class="button quiet small" href="#/documents">
        {t().documents.open}
      </a>
      <a class="button quiet small" href="#/archive">
        {t().archive.open}
      </a>
      <a class="button quiet small" href="#/tasks">
        {t().tasks.open}
      </a>
      {role === 'administrator' && (
        <a class="button quiet small" href="#/people">
          {t().people.open}
        </a>
      )}
      {role !== 'member' && (
        <a class="button quiet small" href="#/statistics/meetings">
          {t().statistics.open}
        </a>
      )}
      {role !== 'member' && (
        <a class="button quiet small" href="#/halls">
          {t().halls.open}
        </a>
      )}
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
