import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../i18n';
import type { Blanks } from '../route';
import { closeStream, openStream, reload } from '../sync/cabinet';
import type { Stream } from '../sync/stream';
import { Empty, Loading } from '../ui/waiting';
import { Lazy } from './lazy';
import { FIRST_VIEW, VIEWS, type ViewName } from './table';

/** One meeting: waits for its records, then shows the view that the address names or the role begins with. */
export default function Meeting({ meeting, view, paper }: Blanks) {
  const stream = useMemo(() => openStream(meeting!), [meeting]);
  useEffect(() => () => closeStream(meeting!), [meeting]);
  switch (stream.state.value) {
    case 'loading':
      return <Loading />;
    case 'waiting':
      return <Empty icon="wifiOff">{t().common.theServerIsAway}</Empty>;
    case 'failed':
      return <NotForYou stream={stream} />;
    case 'live':
      return <ViewOf stream={stream} wanted={view} paper={paper} />;
  }
}

interface Wish {
  stream: Stream;
  wanted: string | undefined;
  paper: string | undefined;
}

function ViewOf({ stream, wanted, paper }: Wish) {
  const role = stream.role.value!;
  if (role === 'screen') {
    location.replace(`/screen#${stream.id}`); // this account stands for the big screen itself
    return <Loading />;
  }
  const name = (wanted && wanted in VIEWS ? wanted : FIRST_VIEW[role]) as ViewName;
  const view = VIEWS[name].roles.includes(role) ? VIEWS[name] : VIEWS[FIRST_VIEW[role]];
  return <Lazy key={name} load={view.load} props={paper ? { stream, paper } : { stream }} />;
}

function NotForYou({ stream }: { stream: Stream }) {
  return (
    <main class="page">
      <Empty icon="lock" onRetry={() => reload(stream.id)}>
        {stream.reason.value || t().common.noRight} <a href="#/">{t().common.toMeetings}</a>
      </Empty>
    </main>
  );
}
