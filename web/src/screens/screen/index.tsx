import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n';
import { route } from '../../route';
import { MAIN } from '../../rules/screens';
import { closeStream, openStream, reload } from '../../sync/cabinet';
import { sessionState } from '../../sync/session';
import { useRootClass } from '../../ui/root-class';
import { Empty, Loading } from '../../ui/waiting';
import { Away } from '../away';
import { useForgetting } from '../room/memory';
import { SignIn } from '../sign-in';
import { ChooseMeeting } from './choose-meeting';
import { Stage, type StageProps } from './stage';

/** The wall: the meeting and the screen named in the address, shown to everybody in the room. It asks nothing and comes back alone. */
export function BigScreen() {
  switch (sessionState.value) {
    case 'asking':
      return (
        <Far>
          <Loading />
        </Far>
      );
    case 'away':
      return (
        <Far>
          <Away />
        </Far>
      );
    case 'signed-out':
      return <SignIn />;
    case 'signed-in':
      return <Chosen />;
  }
}

/** What stands on a wall before there is anything to show: read from the last row, too. */
function Far({ children }: { children: ComponentChildren }) {
  useRootClass('far-off');
  return <div class="far">{children}</div>;
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
      return (
        <Far>
          <Loading />
        </Far>
      );
    case 'waiting':
      return (
        <Far>
          <Empty icon="wifiOff">{t().common.theServerIsAway}</Empty>
        </Far>
      );
    case 'failed':
      return (
        <Far>
          <main class="page">
            <Empty icon="lock" onRetry={() => reload(stream.id)}>
              {stream.reason.value} <a href="#/">{t().bigScreen.choose}</a>
            </Empty>
          </main>
        </Far>
      );
    case 'live':
      return <Wall stream={stream} screen={screen} />;
  }
}

function Wall(shown: StageProps) {
  useRootClass('on-wall');
  return (
    <div class="stage-place wall">
      <Stage {...shown} />
    </div>
  );
}
