import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n';
import { route } from '../../route';
import { MAIN } from '../../rules/screens';
import { closeStream, openStream, reload } from '../../sync/cabinet';
import { sessionState } from '../../sync/session';
import { Empty, Loading } from '../../ui/waiting';
import { Away } from '../away';
import { useForgetting } from '../room/memory';
import { SignIn } from '../sign-in';
import { ChooseMeeting } from './choose-meeting';
import { Stage } from './stage';

/** The wall: the meeting and the screen named in the address, shown to everybody in the room. It asks nothing and comes back alone. */
export function BigScreen() {
  switch (sessionState.value) {
    case 'asking':
      return <Loading />;
    case 'away':
      return <Away />;
    case 'signed-out':
      return <SignIn />;
    case 'signed-in':
      return <Chosen />;
  }
}

function Chosen() {
  const [meeting, screen = MAIN] = route.value.split('/').filter(Boolean);
  return meeting ? <Shown key={meeting} meeting={meeting} screen={screen} /> : <ChooseMeeting />;
}

function Shown({ meeting, screen }: { meeting: string; screen: string }) {
  const stream = useMemo(() => openStream(meeting), [meeting]);
  useEffect(() => () => closeStream(meeting), [meeting]);
  useForgetting(stream);
  switch (stream.state.value) {
    case 'loading':
      return <Loading />;
    case 'waiting':
      return <Empty icon="wifiOff">{t().common.theServerIsAway}</Empty>;
    case 'failed':
      return (
        <main class="page">
          <Empty icon="lock" onRetry={() => reload(stream.id)}>
            {stream.reason.value} <a href="#/">{t().bigScreen.choose}</a>
          </Empty>
        </main>
      );
    case 'live':
      return (
        <div class="stage-place wall">
          <Stage stream={stream} screen={screen} />
        </div>
      );
  }
}
