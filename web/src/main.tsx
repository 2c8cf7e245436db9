import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/page.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app';
import { restore } from './i18n';
import { listenToAddress } from './route';
import { installShell } from './shell';
import { begin, finish } from './sync/cabinet';
import { startTicking } from './sync/clock';
import { restoreSession, sessionState } from './sync/session';
import { restoreTheme } from './ui/theme';

restoreTheme();
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
render(<App />, document.getElementById('app')!);
await restoreSession();
installShell();
