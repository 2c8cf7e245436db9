import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { UserRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { compareNames, matches } from '../../rules/names';
import { closeStream, openStream, reload } from '../../sync/cabinet';
import { OFFICE } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Empty, Loading } from '../../ui/waiting';
import { HomeBar } from '../home-bar';
import { HttpsStateLine } from './https-state';
import { PasteAddresses } from './paste-addresses';
import { type PersonAct, PersonDialog } from './person-dialog';
import { PersonLine } from './person-line';
import { ReportedAnswers } from './reported-answers';
import { WordingStateLine } from './wording-state';
import '../../styles/desk.css';

/** The office's people, for the administrator. */
export default function People() {
  const stream = useMemo(() => openStream(OFFICE), []);
  useEffect(() => () => closeStream(OFFICE), []);
  return (
    <div class="home">
      <HomeBar />
      <main class="page">
        <a href="#/">{t().common.toMeetings}</a>
        <h1>{t().people.heading}</h1>
        <HttpsStateLine />
        <WordingStateLine />
        <ReportedAnswers />
        <Body stream={stream} />
      </main>
    </div>
  );
}

function Body({ stream }: { stream: Stream }) {
  switch (stream.state.value) {
    case 'loading':
      return <Loading />;
    case 'waiting':
      return <Empty icon="wifiOff">{t().common.theServerIsAway}</Empty>;
    case 'failed':
      return (
        <Empty icon="lock" onRetry={() => reload(stream.id)}>
          {stream.reason.value}
        </Empty>
      );
    case 'live':
      return <List stream={stream} />;
  }
}

function List({ stream }: { stream: Stream }) {
  const [words, setWords] = useState('');
  const [open, setOpen] = useState<PersonAct | null>(null);
  const [pasting, setPasting] = useState(false);
  const users = [...stream.records.of('user').value].sort(([, one], [, other]) =>
    compareNames(one.name, other.name),
  );
  const found = users.filter(([, user]) => matches(wordsOf(user), words));
  const active = users.filter(([, user]) => user.active).length;
  return (
    <>
      <div class="row apart">
        <p class="small quiet figures">{t().people.count(active, users.length)}</p>
        <div class="row">
          <Button icon="mail" onClick={() => setPasting(true)}>
            {t().addresses.paste}
          </Button>
          <Button kind="primary" icon="plus" onClick={() => setOpen({ what: 'add' })}>
            {t().people.add}
          </Button>
        </div>
      </div>
      <Field label={t().people.search} type="search" value={words} onValue={setWords} />
      {found.length === 0 && <Empty icon="users">{t().people.nobody}</Empty>}
      <ul class="lines boxed">
        {found.map((entry: Entry<UserRecord>) => (
          <PersonLine key={entry[0]} entry={entry} onOpen={setOpen} />
        ))}
      </ul>
      {pasting && <PasteAddresses stream={stream} onClose={() => setPasting(false)} />}
      {open && <PersonDialog stream={stream} act={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function wordsOf({ name, login, title, unit }: UserRecord): string {
  return `${name} ${login} ${title} ${unit}`;
}
