import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { longDate, time } from '../../rules/time';
import { get, sentence } from '../../sync/api';
import { Empty, Loading } from '../../ui/waiting';

interface Line {
  id: string;
  title: string;
  starts_at: number;
}

/** When the address names no meeting: one tap chooses it. */
export function ChooseMeeting() {
  const [meetings, setMeetings] = useState<Line[] | null>(null);
  const [error, setError] = useState('');
  useEffect(() => {
    get<{ meetings: Line[] }>('/api/meetings').then(
      answer => setMeetings(answer.meetings),
      failure => setError(sentence(failure)),
    );
  }, []);
  return (
    <main class="page">
      <h1>{t().bigScreen.choose}</h1>
      {error && <p role="alert">{error}</p>}
      {!meetings && !error && <Loading />}
      {meetings?.length === 0 && <Empty icon="calendar">{t().bigScreen.noMeetings}</Empty>}
      <ul class="stack">
        {meetings?.map(({ id, title, starts_at }) => (
          <li key={id}>
            <a class="button big wide" href={`#${id}`}>
              {title} · {time(starts_at)} · {longDate(starts_at)}
            </a>
          </li>
        ))}
      </ul>
    </main>
  );
}
