import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { dateField, momentOf } from '../../rules/moments';
import { get, sentence } from '../../sync/api';
import { serverNow } from '../../sync/clock';

const DAY = 86_400_000;

/** Both days included, in the city's time; empty when they are no period. */
function queryOf(from: string, to: string): string {
  const since = momentOf(from, '00:00');
  const until = momentOf(to, '00:00') + DAY;
  return since < until && since >= 0
    ? new URLSearchParams({ since: `${since}`, until: `${until}` }).toString()
    : '';
}

export interface Period<Told> {
  from: string;
  setFrom: (day: string) => void;
  to: string;
  setTo: (day: string) => void;
  /** The figures of these days; those of the days before until they come. */
  told: Told | null;
  fault: string;
  query: string;
}

/** This year up to today, until somebody chooses other days. */
export function usePeriod<Told>(subject: string): Period<Told> {
  const [from, setFrom] = useState(() => `${dateField(serverNow()).slice(0, 4)}-01-01`);
  const [to, setTo] = useState(() => dateField(serverNow()));
  const [told, setTold] = useState<Told | null>(null);
  const [fault, setFault] = useState('');
  const query = queryOf(from, to);
  useEffect(() => {
    if (!query) {
      setFault(t().statistics.periodWrong);
      return;
    }
    let wanted = true;
    get<Told>(`/api/statistics/${subject}?${query}`).then(
      answer => {
        if (wanted) {
          setTold(answer);
          setFault('');
        }
      },
      error => wanted && setFault(sentence(error)),
    );
    return () => {
      wanted = false;
    };
  }, [subject, query]);
  return { from, setFrom, to, setTo, told, fault, query };
}
