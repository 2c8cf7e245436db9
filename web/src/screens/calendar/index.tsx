import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { byDay, type Day, type Span, shortDay, step, weekday, weekOf, wholeDay } from '../../rules/calendar';
import { dateField } from '../../rules/moments';
import { get, sentence } from '../../sync/api';
import { serverNow } from '../../sync/clock';
import { Button, IconButton } from '../../ui/button';
import { Field } from '../../ui/field';
import { layout } from '../../ui/layout';
import { Tabs } from '../../ui/tabs';
import { Empty, Loading } from '../../ui/waiting';
import { keptCards } from '../../vault';
import { HomeBar } from '../home-bar';
import type { MeetingCard } from '../meetings';
import { DayList } from './day-list';
import { FeedDialog } from './feed';
import { Month } from './month';
import './calendar.css';

const SPANS: readonly Span[] = ['day', 'week', 'month'];

/** The meetings of this person by day, week and month. */
export default function Calendar() {
  const [list, setList] = useState<MeetingCard[] | null>(null);
  const [failure, setFailure] = useState('');
  useEffect(() => void load(setList, setFailure), []);
  return (
    <div class="home">
      <HomeBar />
      <main class="page wide calendar">
        <a class="calendar-back" href="#/">
          {t().common.toMeetings}
        </a>
        <h1>{t().calendar.heading}</h1>
        {list && <Shown list={list} />}
        {!list && (failure ? <Empty icon="wifiOff">{failure}</Empty> : <Loading />)}
      </main>
    </div>
  );
}

async function load(done: (list: MeetingCard[]) => void, failed: (why: string) => void): Promise<void> {
  try {
    done((await get<{ meetings: MeetingCard[] }>('/api/meetings')).meetings);
  } catch (error) {
    const kept = await keptCards<MeetingCard>();
    kept ? done(kept.cards) : failed(sentence(error));
  }
}

function Shown({ list }: { list: MeetingCard[] }) {
  const [span, setSpan] = useState<Span>('month');
  const [day, setDay] = useState<Day>(() => dateField(serverNow()));
  const [feed, setFeed] = useState(false);
  const days = byDay(list);
  const go = (count: number) => setDay(step(day, span, count));
  return (
    <>
      <div class="row apart calendar-acts">
        <div class="row">
          <IconButton icon="chevronLeft" label={t().calendar.before} onClick={() => go(-1)} />
          <Button onClick={() => setDay(dateField(serverNow()))}>{t().calendar.today}</Button>
          <IconButton icon="chevronRight" label={t().calendar.after} onClick={() => go(1)} />
        </div>
        <h2 aria-live="polite">{titleOf(day, span)}</h2>
        <div class="row calendar-tools">
          <Field
            label={t().calendar.toDay}
            type="date"
            value={day}
            onValue={chosen => chosen && setDay(chosen)}
          />
          <Button icon="calendar" onClick={() => setFeed(true)}>
            {t().calendar.subscribe}
          </Button>
          {layout.value !== 'phone' && (
            <Button icon="printer" onClick={() => print()}>
              {t().calendar.print}
            </Button>
          )}
        </div>
      </div>
      <Tabs
        label={t().calendar.span}
        tabs={SPANS.map(name => ({ name, word: t().calendar.spans[name] }))}
        chosen={span}
        onChoose={setSpan}
      >
        {span === 'day' && <DayList days={[day]} meetings={days} />}
        {span === 'week' && <DayList days={weekOf(day)} meetings={days} columns />}
        {span === 'month' && <Month day={day} meetings={days} onDay={setDay} />}
      </Tabs>
      {feed && <FeedDialog onClose={() => setFeed(false)} />}
    </>
  );
}

function titleOf(day: Day, span: Span): string {
  const words = t().calendar;
  switch (span) {
    case 'day':
      return `${words.weekdays.split(',')[weekday(day)]}, ${wholeDay(day)}`;
    case 'week':
      return words.week(shortDay(weekOf(day)[0]!), wholeDay(weekOf(day)[6]!));
    case 'month':
      return words.month(day.slice(5, 7), day.slice(0, 4));
  }
}
