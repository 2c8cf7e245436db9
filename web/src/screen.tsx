import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/page.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { restore } from './i18n';
import { listenToAddress } from './route';
import { BigScreen } from './screens/screen';
import { begin, finish, tryAtLeastEvery } from './sync/cabinet';
import { startTicking } from './sync/clock';
import { restoreSession, sessionState } from './sync/session';
import { keepNothing } from './vault';

/** Nobody stands before a wall to wake it; a few of them do not crowd a server that comes back. */
const LONGEST_PAUSE = 3000;

keepNothing();
tryAtLeastEvery(LONGEST_PAUSE);
startTicking();
listenToAddress();
effect(() => {
  if (sessionState.value === 'signed-in') {
    begin();
  } else {
    finish();
  }
});
await restore();
render(<BigScreen />, document.getElementById('app')!);
await restoreSession();
