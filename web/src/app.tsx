import { t } from './i18n';
import { match, route } from './route';
import { Away } from './screens/away';
import { Lazy } from './screens/lazy';
import { SignIn } from './screens/sign-in';
import { SCREENS } from './screens/table';
import { sessionState } from './sync/session';
import { Notice } from './ui/notice';
import { Empty, Loading } from './ui/waiting';

export function App() {
  return (
    <>
      <Gate />
      <Notice />
    </>
  );
}

function Gate() {
  switch (sessionState.value) {
    case 'asking':
      return <Loading />;
    case 'away':
      return <Away />;
    case 'signed-out':
      return <SignIn />;
    case 'signed-in':
      return <Shown />;
  }
}

function Shown() {
  for (const screen of SCREENS) {
    const blanks = match(screen.path, route.value);
    if (blanks) {
      return <Lazy key={screen.path.split('/')[1] ?? ''} load={screen.load} props={blanks} />;
    }
  }
  return (
    <main class="page">
      <Empty icon="circleAlert">
        {t().common.notFound} <a href="#/">{t().common.toMeetings}</a>
      </Empty>
    </main>
  );
}
