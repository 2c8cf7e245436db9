import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { moment } from '../../rules/time';
import { sentence } from '../../sync/api';
import { act, say } from '../../sync/cabinet';
import { me } from '../../sync/session';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { Empty, Loading } from '../../ui/waiting';
import { HomeBar } from '../home-bar';
import { LetterState } from './letter-state';
import { loadStuck, type StuckLetters, stuckLetters } from './stuck-list';
import '../../styles/desk.css';
import './letters.css';

/** Every letter that will not arrive by itself, of all that this secretary looks after. */
export default function Stuck() {
  const [fault, setFault] = useState('');
  const load = () =>
    loadStuck().then(
      () => setFault(''),
      error => setFault(sentence(error)),
    );
  useEffect(() => void load(), []);
  const words = t().stuckLetters;
  const lines = stuckLetters.value;
  return (
    <div class="home">
      <HomeBar />
      <main class="page">
        <a href="#/">{t().room.home}</a>
        <h1>{words.heading}</h1>
        <p class="quiet">{words.hint}</p>
        {!me.value?.office.mail && (
          <p class="letters-off">
            <Icon name="circleAlert" /> {t().letters.off}
          </p>
        )}
        {fault && (
          <p class="form-error" role="alert">
            {fault}
          </p>
        )}
        {!lines && !fault && <Loading />}
        {lines?.length === 0 && <Empty icon="circleCheck">{words.none}</Empty>}
        <ul class="lines">
          {lines?.map(line => (
            <Line key={`${line.stream} ${line.user}`} line={line} onSent={load} />
          ))}
        </ul>
      </main>
    </div>
  );
}

function Line({ line, onSent }: { line: StuckLetters; onSent: () => void }) {
  const words = t().stuckLetters;
  const send = async () => {
    if (await act(line.stream, { type: 'letters.again', letters: line.letters })) {
      say(words.sentAgain);
      onSent();
    }
  };
  const more = line.letters.length - 1;
  const why = line.state === 'no-address' ? words.noAddress : t().letters.faults[line.fault];
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">{line.name}</p>
        <p>
          <a href={`#${line.link}`}>{line.title}</a> {more > 0 && words.more(more)}
        </p>
        <p class="small quiet">{[line.address, moment(line.at), why].filter(Boolean).join(' · ')}</p>
        {line.reply && <p class="small quiet">{t().letters.mailServerSaid(line.reply)}</p>}
      </div>
      <div class="line-marks">
        <LetterState letter={line} />
      </div>
      <div class="line-acts">
        <Button icon="refreshCw" size="small" label={t().letters.againOf(line.name)} onClick={send}>
          {t().letters.again}
        </Button>
      </div>
    </li>
  );
}
