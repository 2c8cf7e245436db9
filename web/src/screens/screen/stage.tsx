import { t } from '../../i18n';
import type { ScreenRecord } from '../../records';
import { onFloor } from '../../rules/queue';
import { presence } from '../../rules/quorum';
import { screenOf } from '../../rules/screens';
import { time } from '../../rules/time';
import { voteNow } from '../../rules/votes';
import { connection } from '../../sync/cabinet';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { Icon } from '../../ui/icon';
import { AgendaScene, Message, SpeakerScene, VoteScene } from './chosen';
import { CodeScene } from './code-scene';
import { PaperScene } from './paper-scene';
import { Ended, Idle, ItemTitle, Paused, Welcome } from './scenes';
import { SeatsScene } from './seats-scene';
import { Speaker } from './speaker';
import { VotePanel } from './vote-panel';
import '../../styles/screen.css';

export interface StageProps {
  stream: Stream;
  screen: string;
}

/** Title and clock above, what the desk chose for this screen in the middle, who is there below. */
export function Stage({ stream, screen }: StageProps) {
  const meeting = stream.records.row('meeting', stream.id);
  return (
    <div class="stage">
      <header class="stage-head">
        <h1>{meeting?.title}</h1>
        <time class="figures">{time(tickingNow())}</time>
      </header>
      <main class="stage-body">
        <Chosen stream={stream} screen={screenOf(stream.records.of('screen').value, screen)} />
      </main>
      <footer class="stage-foot">
        <Attendance stream={stream} />
        <div role="status">
          {connection.value === 'lost' && (
            <span class="stage-lost">
              <Icon name="wifiOff" size={48} /> {t().bigScreen.lost}
            </span>
          )}
        </div>
      </footer>
    </div>
  );
}

function Chosen({ stream, screen }: { stream: Stream; screen: ScreenRecord }) {
  switch (screen.shows) {
    case 'automatic':
      return <Automatic stream={stream} />;
    case 'agenda':
      return <AgendaScene stream={stream} />;
    case 'speaker':
      return <SpeakerScene stream={stream} />;
    case 'vote':
      return <VoteScene stream={stream} />;
    case 'paper':
      return <PaperScene stream={stream} screen={screen} />;
    case 'message':
      return <Message text={screen.text} />;
    case 'code':
      return <CodeScene stream={stream} />;
    case 'seats':
      return <SeatsScene stream={stream} />;
    case 'clock':
      return <Idle />;
  }
}

/** What the meeting itself asks for. */
function Automatic({ stream }: { stream: Stream }) {
  const meeting = stream.records.row('meeting', stream.id);
  switch (meeting?.state) {
    case undefined:
      return null;
    case 'prepared':
      return <Welcome stream={stream} />;
    case 'paused':
      return <Paused />;
    case 'ended':
      return <Ended />;
    case 'running':
      return <Running stream={stream} />;
  }
}

/** The item, and beside each other who speaks and what is voted on; a quiet clock when neither is. */
function Running({ stream }: { stream: Stream }) {
  const { records } = stream;
  const speech = onFloor(records.of('speech').value)?.[1];
  const vote = voteNow(records.of('vote').value, records.row('meeting', stream.id));
  return (
    <>
      <ItemTitle stream={stream} size={vote ? 'small' : speech ? 'middle' : 'large'} />
      <div class={`stage-parts${speech && vote ? ' two' : ''}`}>
        {vote && <VotePanel stream={stream} vote={vote} />}
        {speech && <Speaker stream={stream} speech={speech} />}
        {!vote && !speech && <Idle />}
      </div>
    </>
  );
}

function Attendance({ stream }: { stream: Stream }) {
  const { records } = stream;
  const quorum = records.row('meeting', stream.id)?.quorum ?? [2, 3];
  const found = presence(records.of('member').value, records.of('attendance').value, quorum);
  return (
    <p class="stage-attendance figures">
      <Icon name={found.quorate ? 'circleCheck' : 'circleAlert'} size={48} />
      <span>
        {t().bigScreen.present(found.present, found.all)}
        {found.guestsPresent > 0 && `, ${t().bigScreen.guests(found.guestsPresent)}`} ·{' '}
        <strong class={found.quorate ? 'good' : 'warn'}>
          {found.quorate ? t().bigScreen.quorate : t().bigScreen.notQuorate}
        </strong>
      </span>
    </p>
  );
}
