import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { date } from '../../rules/time';
import { get, sentence } from '../../sync/api';
import { Badge } from '../../ui/badge';
import type { IconName } from '../../ui/icon';
import './find.css';

interface Hit {
  meeting: string;
  where: 'agenda' | 'conclusion' | 'vote' | 'minutes' | 'paper';
  title: string;
  text: string;
  paper: string;
  page: number;
}

interface Found {
  hits: Hit[];
  papers: boolean;
}

interface Meeting {
  id: string;
  title: string;
  starts_at: number;
}

/** After so long without a key the words are looked for. */
const PAUSE = 500;
const LEAST = 2;
const ICONS: Record<Hit['where'], IconName> = {
  agenda: 'listOrdered',
  conclusion: 'gavel',
  vote: 'vote',
  minutes: 'fileText',
  paper: 'bookOpenText',
};

/** The words in agendas, conclusions, minutes and papers of the meetings shown, as far as this person may read them. */
export function Inside({ words, meetings }: { words: string; meetings: readonly Meeting[] }) {
  const [found, setFound] = useState<Found | null>(null);
  const [failure, setFailure] = useState('');
  const wanted = words.trim();
  useEffect(() => {
    setFound(null);
    setFailure('');
    if (wanted.length < LEAST) {
      return;
    }
    let current = true;
    const timer = setTimeout(async () => {
      try {
        const answer = await get<Found>(`/api/find?words=${encodeURIComponent(wanted)}`);
        current && setFound(answer);
      } catch (error) {
        current && setFailure(sentence(error));
      }
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  if (wanted.length < LEAST) {
    return null;
  }
  const known = new Map(meetings.map(meeting => [meeting.id, meeting]));
  const hits = found?.hits.filter(hit => known.has(hit.meeting)) ?? [];
  return (
    <section class="stack" aria-label={t().find.inside}>
      <h2>{t().find.inside}</h2>
      <p class="small quiet" role="status">
        {failure || said(found, hits.length)}
      </p>
      <ul class="stack">
        {hits.map((hit, index) => (
          <Line
            key={`${hit.meeting} ${hit.where} ${hit.paper} ${hit.page} ${index}`}
            hit={hit}
            meeting={known.get(hit.meeting)!}
          />
        ))}
      </ul>
    </section>
  );
}

function said(found: Found | null, count: number): string {
  if (!found) {
    return t().find.searching;
  }
  return [count ? '' : t().find.nothingInside, found.papers ? '' : t().find.noPapers]
    .filter(Boolean)
    .join(' ');
}

function Line({ hit, meeting }: { hit: Hit; meeting: Meeting }) {
  const place = hit.paper ? `/room/${hit.paper}` : '';
  const where = [hit.title, hit.page ? t().find.page(hit.page) : ''].filter(Boolean).join(', ');
  return (
    <li>
      <a class="other" href={`#/meeting/${hit.meeting}${place}`}>
        <span class="row apart">
          <Badge icon={ICONS[hit.where]}>
            {[t().find.where[hit.where], where].filter(Boolean).join(': ')}
          </Badge>
        </span>
        <span>{hit.text}</span>
        <span class="small quiet">
          {meeting.title} · {date(meeting.starts_at)}
        </span>
      </a>
    </li>
  );
}
