import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { date, time } from '../../rules/time';
import { post } from '../../sync/api';
import { Icon } from '../../ui/icon';
import './plans.css';

interface Clash {
  title: string;
  starts_at: number;
  ends_at: number;
  place: boolean;
  people: string[];
}

interface ClashesProps {
  starts_at: number;
  ends_at: number;
  place: string;
  /** The room of the office that it will take. */
  hall?: string;
  users: readonly string[];
  /** The meeting itself, if it is founded already. */
  meeting?: string;
}

const PAUSE = 400;
const SHOWN = 5;

/** Other meetings at this time in the same place or with the same people: a word of warning, no more. */
export function Clashes({ starts_at, ends_at, place, hall = '', users, meeting = '' }: ClashesProps) {
  const [clashes, setClashes] = useState<Clash[]>([]);
  const wanted = JSON.stringify({ starts_at, ends_at, place, hall, users, meeting });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      try {
        const answer = await post<{ clashes: Clash[] }>('/api/clashes', JSON.parse(wanted));
        current && setClashes(answer.clashes);
      } catch {
        current && setClashes([]); // a warning that cannot be had keeps nobody from saving
      }
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return (
    <div role="status">
      {clashes.length > 0 && (
        <div class="clashes">
          <p class="clashes-head">
            <Icon name="triangleAlert" /> <strong>{t().plans.clash}</strong>{' '}
            <span class="small">{t().plans.clashHint}</span>
          </p>
          <ul>
            {clashes.map(clash => (
              <li key={`${clash.starts_at} ${clash.title} ${clash.people.join()}`}>{wordsOf(clash)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function wordsOf(clash: Clash): string {
  const words = t().plans;
  const when = `${t().letters.until(time(clash.starts_at), time(clash.ends_at))} ${date(clash.starts_at)}`;
  const more = Math.max(0, clash.people.length - SHOWN);
  const what = [
    clash.place ? words.samePlace : '',
    clash.people.length ? words.samePeople(clash.people.slice(0, SHOWN).join(', '), more) : '',
  ];
  return `${words.clashLine(clash.title || words.someMeeting, when)}: ${what.filter(Boolean).join('; ')}`;
}
