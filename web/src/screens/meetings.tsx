import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { MeetingRecord } from '../records';
import { matches } from '../rules/names';
import { longDate, moment, time } from '../rules/time';
import { get, sentence } from '../sync/api';
import { Badge } from '../ui/badge';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { Empty, Loading } from '../ui/waiting';
import { keptCards } from '../vault';
import type { Role } from '../wire';
import { HomeBar } from './home-bar';
import { KeptPapers, Offline } from './parts/kept-papers';
import { Preparedness } from './parts/preparedness';
import { NewMeeting } from './secretary/new-meeting';
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
}

const AGAIN = 15_000;
/** The reader is made ready once the list stands there. */
const IDLE_MS = 700;

export default function Meetings() {
  const [list, setList] = useState<MeetingCard[] | null>(null);
  const [failure, setFailure] = useState('');
  const [keptAt, setKeptAt] = useState<number | null>(null);
  const load = async () => {
    try {
      setList((await get<{ meetings: MeetingCard[] }>('/api/meetings')).meetings);
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
        {list ? <List list={list} /> : !failure && <Loading />}
      </main>
    </div>
  );
}

function List({ list }: { list: MeetingCard[] }) {
  const [words, setWords] = useState('');
  if (list.length === 0) {
    return <Empty icon="calendar">{t().meetings.empty}</Empty>;
  }
  const found = list.filter(card => matches(`${card.title} ${card.place} ${card.agency}`, words));
  const [nearest, ...others] = found;
  return (
    <>
      <Field label={t().meetings.search} type="search" value={words} onValue={setWords} />
      {nearest ? <Nearest card={nearest} /> : <Empty icon="search">{t().meetings.nothingFound(words)}</Empty>}
      {others.length > 0 && <h2>{t().meetings.others}</h2>}
      <ul class="stack">
        {others.map(card => (
          <Other key={card.id} card={card} />
        ))}
      </ul>
    </>
  );
}

function Nearest({ card }: { card: MeetingCard }) {
  return (
    <Card class="nearest" label={t().meetings.nearest}>
      <State state={card.state} />
      <h2 class="nearest-title">{card.title}</h2>
      <p class="quiet">{card.agency}</p>
      <Facts card={card} />
      <Preparedness
        progress={{ opened: card.opened, papers: card.papers, seen: card.seen, pages: card.pages }}
      />
      {card.item_title && <p>{t().meetings.nowAt(card.item_title)}</p>}
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
        <KeptPapers meeting={card.id} />
        <State state={card.state} />
      </a>
    </li>
  );
}

function Facts({ card }: { card: MeetingCard }) {
  return (
    <p class="row meeting-facts">
      <span>
        <Icon name="calendar" /> {time(card.starts_at)} · {longDate(card.starts_at)}
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

function State({ state }: { state: MeetingCard['state'] }) {
  const [icon, tone] = LOOKS[state];
  return (
    <Badge icon={icon} tone={tone}>
      {t().meetings[state]}
    </Badge>
  );
}
