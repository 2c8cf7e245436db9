import { t } from '../../i18n';
import { me } from '../../sync/session';
import { Empty, Loading } from '../../ui/waiting';
import { HomeBar } from '../home-bar';
import { Line, useLines } from './home';
import { lines, listFault } from './list';
import { NewCirculation } from './new';
import '../meetings.css';
import './circulations.css';

/** All opinions by writing that this person has a part in. */
export default function Circulations() {
  useLines();
  return (
    <div class="home">
      <HomeBar />
      <main class="page">
        <a href="#/">{t().circulations.toHome}</a>
        <div class="row apart">
          <h1>{t().circulations.heading}</h1>
          <div class="row">
            {me.value?.user.role !== 'member' && (
              <a class="button quiet" href="#/statistics/circulations">
                {t().statistics.open}
              </a>
            )}
            <NewCirculation />
          </div>
        </div>
        <p class="small quiet">{t().circulations.mineToo}</p>
        {listFault.value && (
          <p class="form-error" role="alert">
            {listFault.value}
          </p>
        )}
        {lines.value ? <List /> : !listFault.value && <Loading />}
      </main>
    </div>
  );
}

function List() {
  const known = lines.value ?? [];
  if (known.length === 0) {
    return <Empty icon="penLine">{t().circulations.none}</Empty>;
  }
  return (
    <ul class="stack">
      {known.map(line => (
        <Line key={line.id} line={line} />
      ))}
    </ul>
  );
}
