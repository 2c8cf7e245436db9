import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MeetingRecord } from '../../records';
import { agenda } from '../../rules/agenda';
import { longDate, sameDay, time } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { layout } from '../../ui/layout';
import type { Role } from '../../wire';
import { PersonalActs } from '../home-bar';
import { FIRST_VIEW, VIEWS, type ViewName } from '../table';
import { ConnectionBar, ConnectionWord } from './connection';
import './top-bar.css';

export interface TopBarProps {
  stream: Stream;
  view: ViewName;
  children?: ComponentChildren;
}

/** Title · current item · clock · connection, on every view of a meeting. */
export function TopBar({ stream, view, children }: TopBarProps) {
  const meeting = stream.records.row('meeting', stream.id);
  return (
    <>
      <header class="top-bar">
        <a class="icon-button" href="#/" aria-label={t().room.home} title={t().room.home}>
          <Icon name="arrowLeft" size={22} />
        </a>
        <div class="top-bar-words">
          <h1>{meeting?.title}</h1>
          <p class="top-bar-item">{meeting && <Where stream={stream} meeting={meeting} />}</p>
        </div>
        {children}
        {layout.value === 'wide' && <ViewLinks stream={stream} view={view} />}
        <Clock />
        <ConnectionWord />
        <More stream={stream} view={view} />
      </header>
      <ConnectionBar keptAt={stream.keptAt.value} />
    </>
  );
}

function Clock() {
  return (
    <time class="top-bar-clock figures" title={t().room.clock}>
      {time(tickingNow())}
    </time>
  );
}

function Where({ stream, meeting }: { stream: Stream; meeting: MeetingRecord }) {
  const texts = t().room;
  const place = agenda(stream.records.of('item').value).findIndex(([id]) => id === meeting.item);
  const item = stream.records.row('item', meeting.item);
  const said = item ? texts.item(place + 1, item.title) : texts.betweenItems;
  switch (meeting.state) {
    case 'prepared':
      return <>{texts.notBegun(whenFrom(tickingNow(), meeting.starts_at))}</>;
    case 'running':
      return <>{said}</>;
    case 'paused':
      return <>{texts.paused}</>;
    case 'ended':
      return <>{texts.ended}</>;
  }
}

/** The time alone today, with its date on any other day. */
function whenFrom(now: number, at: number): string {
  return sameDay(now, at) ? time(at) : `${time(at)}, ${longDate(at)}`;
}

function viewsOf(role: Role): ViewName[] {
  return (Object.keys(VIEWS) as ViewName[]).filter(name => VIEWS[name].roles.includes(role));
}

/** The other ways to look at this meeting, for roles that have several. */
function ViewLinks({ stream, view }: { stream: Stream; view: ViewName }) {
  const names = viewsOf(stream.role.value ?? 'guest');
  if (names.length < 2) {
    return null;
  }
  return (
    <nav class="top-bar-views">
      {names.map(name => (
        <a
          key={name}
          class="button quiet small"
          href={`#/meeting/${stream.id}/${name}`}
          aria-current={name === (view ?? FIRST_VIEW[stream.role.value ?? 'guest']) ? 'page' : undefined}
        >
          <Icon name={VIEWS[name].icon} />
          <span>{t().views[name]}</span>
        </a>
      ))}
    </nav>
  );
}

function More({ stream, view }: { stream: Stream; view: ViewName }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton icon="menu" label={t().common.menu} onClick={() => setOpen(true)} />
      {open && (
        <Dialog heading={t().room.mine} shape="sheet" onClose={() => setOpen(false)}>
          {layout.value !== 'wide' && <ViewLinks stream={stream} view={view} />}
          <PersonalActs />
        </Dialog>
      )}
    </>
  );
}
