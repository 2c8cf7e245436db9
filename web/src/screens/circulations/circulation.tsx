import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../../i18n';
import type { Blanks } from '../../route';
import { closeStream, openStream, reload } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Icon } from '../../ui/icon';
import { Empty, Loading } from '../../ui/waiting';
import { ConnectionBar, ConnectionWord } from '../parts/connection';
import { CirculationDesk } from './desk';
import { MemberPage } from './member';
import { PaperReader } from './reader';
import '../parts/top-bar.css';
import '../../styles/desk.css';
import './circulations.css';

/** One opinion by writing: the desk for who made or follows it, the question and one's answer for who is asked. */
export default function CirculationPage({ circulation, paper }: Blanks) {
  const stream = useMemo(() => openStream(circulation!), [circulation]);
  useEffect(() => () => closeStream(circulation!), [circulation]);
  switch (stream.state.value) {
    case 'loading':
      return <Loading />;
    case 'waiting':
      return <Empty icon="wifiOff">{t().common.theServerIsAway}</Empty>;
    case 'failed':
      return <NotForYou stream={stream} />;
    case 'live':
      return <Shown stream={stream} paper={paper} />;
  }
}

function Shown({ stream, paper }: { stream: Stream; paper: string | undefined }) {
  const row = stream.records.row('circulation', stream.id);
  if (!row) {
    return <Loading />;
  }
  return (
    <div class="circulation">
      <header class="top-bar">
        <a
          class="icon-button"
          href={paper ? `#/circulation/${stream.id}` : '#/'}
          aria-label={paper ? t().circulations.back : t().circulations.toHome}
          title={paper ? t().circulations.back : t().circulations.toHome}
        >
          <Icon name="arrowLeft" size={22} />
        </a>
        <div class="top-bar-words">
          <h1>{row.question}</h1>
          <p class="top-bar-item">{t().circulations.heading}</p>
        </div>
        <ConnectionWord />
      </header>
      <ConnectionBar keptAt={stream.keptAt.value} />
      <div class="circulation-body" hidden={paper !== undefined}>
        {stream.role.value === 'secretary' ? (
          <CirculationDesk stream={stream} />
        ) : (
          <MemberPage stream={stream} />
        )}
      </div>
      {paper && <PaperReader stream={stream} paper={paper} />}
    </div>
  );
}

function NotForYou({ stream }: { stream: Stream }) {
  return (
    <main class="page">
      <Empty icon="lock" onRetry={() => reload(stream.id)}>
        {stream.reason.value || t().common.noRight} <a href="#/">{t().circulations.toHome}</a>
      </Empty>
    </main>
  );
}
