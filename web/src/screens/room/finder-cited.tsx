import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { type CitedDocument, citedIn, type Mention } from '../../sync/cited';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Empty, Loading } from '../../ui/waiting';
import { useAnswer } from '../parts/use-answer';
import { useRoom } from './state';

/** The documents that the open paper names: where it names them, and the way to those of the packet. */
export function CitedPanel({ paper }: { paper: string }) {
  const { stream } = useRoom();
  const [again, setAgain] = useState(0);
  const found = useAnswer(() => citedIn(stream.id, paper), [paper, again]);
  const words = t().cited;
  if (found === 'failed') {
    return (
      <Empty icon="circleAlert" onRetry={() => setAgain(again + 1)}>
        {words.failed}
      </Empty>
    );
  }
  if (found === 'waiting') {
    return <Loading word={words.looking} />;
  }
  if (found.cited.length === 0) {
    return <Empty icon="quote">{words.none}</Empty>;
  }
  return (
    <ul class="finder-list" aria-label={words.heading}>
      {found.cited.map(document => (
        <Document key={document.label} document={document} paper={paper} version={found.version} />
      ))}
    </ul>
  );
}

interface DocumentProps {
  document: CitedDocument;
  paper: string;
  version: string;
}

function Document({ document, paper, version }: DocumentProps) {
  const room = useRoom();
  const words = t().cited;
  const target = document.mentions.find(({ to }) => to)?.to;
  const goTo = ({ page, quads }: Mention) => room.open(paper, page, [{ page, quads }], version);
  return (
    <li class="cited-document">
      <p>
        <strong>{document.label}</strong>{' '}
        {document.date && <span class="quiet small">{words.of(dateOf(document.date))}</span>}
      </p>
      {target ? (
        <Button size="small" icon="bookOpenText" onClick={() => room.open(target.paper)}>
          {words.open(document.label)}
        </Button>
      ) : (
        <Badge icon="circleAlert">{words.absent}</Badge>
      )}
      <ul>
        {document.mentions.map((mention, at) => (
          <li key={`${at} ${mention.page}`} class="cited-place">
            <button type="button" class="finder-line" onClick={() => goTo(mention)}>
              <span>{words.named(mention.page, '')}</span>
            </button>
            {mention.part && <Part mention={mention} />}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** "điểm d khoản 1 Mục II": a button where the packet holds it. */
function Part({ mention: { part, to } }: { mention: Mention }) {
  const room = useRoom();
  if (!to) {
    return <span class="small quiet">{part}</span>;
  }
  return (
    <Button
      size="small"
      kind="quiet"
      icon="bookOpenText"
      onClick={() => room.open(to.paper, to.page, [{ page: to.page, quads: to.quads }], to.version)}
    >
      {part}
    </Button>
  );
}

/** 2026-06-05 as it is written in papers: 05/6/2026. */
export function dateOf(date: string): string {
  const [year, month, day] = date.split('-');
  return `${day}/${Number(month)}/${year}`;
}
