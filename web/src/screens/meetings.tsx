import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { MeetingRecord } from '../records';
import { ALL, fits } from '../rules/find';
import { plannedEnd } from '../rules/letters';
import { dateField } from '../rules/moments';
import { longDate, moment, time } from '../rules/time';
import { get, sentence } from '../sync/api';
import { serverNow } from '../sync/clock';
import { Badge } from '../ui/badge';
import { Card } from '../ui/card';
import { Icon } from '../ui/icon';
import { Empty, Loading } from '../ui/waiting';
import { keptCards } from '../vault';
import type { Role } from '../wire';
import { HomeCirculations, useLines } from './circulations/home';
import { Filters } from './find/filters';
import { Inside } from './find/inside';
import { HomeBar } from './home-bar';
import { type NoticeLine, Notices } from './letters/notices';
import { StuckLink } from './letters/stuck-link';
import { type AskedPaper, AskedPapers } from './parts/asked-papers';
import { KeptPapers, Offline } from './parts/kept-papers';
import { Preparedness } from './parts/preparedness';
import { NewMeeting } from './secretary/new-meeting';
import { HomeTasks } from './tasks/home';
import './meetings.css';

export interface MeetingCard {
  id: string;
  title: string;
  place: string;
  starts_at: number;
  state: MeetingRecord['state'];
  role: Role;
  agency: string;
  papers: number;
  pages: number;
  seen: number;
  opened: number;
  item_title: string | null;
  requests: AskedPaper[];
  ends_at: number | null;
  called_off: string;
}

const AGAIN = 15_000;
/** The reader is made ready once the list stands there. */
const IDLE_MS = 700;

export default function Meetings() {
  const [list, setList] = useState<MeetingCard[] | null>(null);
  const [notices, setNotices] = useState<NoticeLine[]>([]);
  const [failure, setFailure] = useState('');
  const [keptAt, setKeptAt] = useState<number | null>(null);
  useLines();
  const load = async () => {
    try {
      const answer = await get<{ meetings: MeetingCard[]; notices: NoticeLine[] }>('/api/meetings');
      setList(answer.meetings);
      setNotices(answer.notices);
      setFailure('');
      setKeptAt(null);
    } catch (error) {
      const kept = await keptCards<MeetingCard>();
      setList(before => before ?? kept?.cards ?? null);
      setKeptAt(kept?.at ?? null);
      setFailure(kept ? '' : sentence(error));
    }
  };
  useEffect(() => {
    void load();
    const timer = setInterval(load, AGAIN);
    const idle = setTimeout(() => void import('../paper').then(({ warmUp }) => warmUp()), IDLE_MS);
    return () => {
      clearInterval(timer);
      clearTimeout(idle);
    };
  }, []);
  return (
    <div class="home">
      <HomeBar />
      <main class="page">
        <div class="row apart">
          <h1>{t().meetings.heading}</h1>
          <NewMeeting />
        </div>
        {keptAt !== null && <Offline words={t().vault.offlineHome(moment(keptAt))} />}
        {failure && (
          <p class="meetings-failure" role="alert">
            {failure}
          </p>
        )}
        <Notices
          notices={notices}
          onSeen={seen => setNotices(before => before.filter(({ id }) => id !== seen))}
        />
        <StuckLink />
        {list && <HomeCirculations place="above" />}
        {list ? <List list={list} /> : !failure && <Loading />}
        {list && <HomeCirculations place="below" />}
      </main>
    </div>
  );
}

function List({ list }: { list: MeetingCard[] }) {
  const [filter, setFilter] = useState(ALL);
  if (list.length === 0) {
    return (
      <>
        <Empty icon="calendar">{t().meetings.empty}</Empty>
        <HomeTasks />
      </>
    );
  }
  const today = dateField(serverNow());
  const found = list.filter(card => fits(card, filter, today));
  const [nearest, ...others] = found;
  const inTime = list.filter(card => fits(card, { ...filter, words: '' }, today));
  return (
    <>
      <Filters cards={list} filter={filter} onFilter={setFilter} />
      {nearest ? (
        <Nearest card={nearest} />
      ) : (
        <Empty icon="search">
          {filter.words ? t().meetings.nothingFound(filter.words) : t().find.nothing}
        </Empty>
      )}
      <HomeTasks />
      {others.length > 0 && <h2>{t().meetings.others}</h2>}
      <ul class="stack">
        {others.map(card => (
          <Other key={card.id} card={card} />
        ))}
      </ul>
      <Inside words={filter.words} meetings={inTime} />
    </>
  );
}

function Nearest({ card }: { card: MeetingCard }) {
  return (
    <Card class="nearest" label={t().meetings.nearest}>
      <State card={card} />
      <h2 class="nearest-title">{card.title}</h2>
      <p class="quiet">{card.agency}</p>
      <Facts card={card} />
      <Preparedness
        progress={{ opened: card.opened, papers: card.papers, seen: card.seen, pages: card.pages }}
      />
      {card.item_title && <p>{t().meetings.nowAt(card.item_title)}</p>}
      <AskedPapers asked={card.requests ?? []} />
      <KeptPapers meeting={card.id} />
      <a class="button primary big nearest-enter" href={`#/meeting/${card.id}`}>
        {t().meetings.enter}
      </a>
    </Card>
  );
}

function Other({ card }: { card: MeetingCard }) {
  return (
    <li>
      <a class="other" href={`#/meeting/${card.id}`}>
        <span class="other-title">{card.title}</span>
        <Facts card={card} />
        <AskedPapers asked={card.requests ?? []} />
        <KeptPapers meeting={card.id} />
        <State card={card} />
      </a>
    </li>
  );
}

function Facts({ card }: { card: MeetingCard }) {
  return (
    <p class="row meeting-facts">
      <span>
        <Icon name="calendar" /> {t().letters.until(time(card.starts_at), time(plannedEnd(card)))} ·{' '}
        {longDate(card.starts_at)}
      </span>
      <span>
        <Icon name="mapPin" /> {card.place}
      </span>
      <span>
        <Icon name="fileText" /> {t().meetings.papers(card.papers)}
      </span>
      <span>
        <Icon name="users" /> {t().meetings.as[card.role]}
      </span>
    </p>
  );
}

const LOOKS = {
  prepared: ['calendar', 'plain'],
  running: ['circleDot', 'good'],
  paused: ['pause', 'warn'],
  ended: ['circleCheck', 'plain'],
} as const;

function State({ card: { state, called_off } }: { card: MeetingCard }) {
  if (called_off) {
    return (
      <Badge icon="circleX" tone="warn">
        {t().letters.calledOff}
      </Badge>
    );
  }
  const [icon, tone] = LOOKS[state];
  return (
    <Badge icon={icon} tone={tone}>
      {t().meetings[state]}
    </Badge>
  );
}
