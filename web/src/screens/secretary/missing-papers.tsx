import { t } from '../../i18n';
import { go } from '../../route';
import { type MissingDocument, missingIn } from '../../sync/cited';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { useAnswer } from '../parts/use-answer';
import { asked } from '../room/asked';
import { dateOf } from '../room/finder-cited';

/** Documents that papers name and the packet does not hold, each with the papers and items that name it. */
export function MissingPapers({ stream }: { stream: Stream }) {
  const papers = [...stream.records.of('paper').value].map(
    ([id, { version, state }]) => id + version + state,
  );
  const ready = [...stream.records.of('version').value].map(([id, { state, work }]) => id + state + work);
  const found = useAnswer(() => missingIn(stream.id), [papers.join(), ready.join()]);
  const words = t().cited;
  if (found === 'waiting' || found === 'failed' || papers.length === 0) {
    return null;
  }
  if (found.length === 0) {
    return (
      <p>
        <Badge icon="circleCheck" tone="good">
          {words.missingNone}
        </Badge>
      </p>
    );
  }
  return (
    <details class="card cited-missing">
      <summary>
        {words.missing} <span class="tab-count figures">{found.length}</span>
      </summary>
      <p class="small quiet">{words.missingHint}</p>
      <ul class="lines">
        {found.map(document => (
          <MissingLine key={document.label} stream={stream} document={document} />
        ))}
      </ul>
    </details>
  );
}

function MissingLine({ stream, document }: { stream: Stream; document: MissingDocument }) {
  const words = t().cited;
  const { records } = stream;
  const placeOf = (paper: string) => {
    const item = records.row('paper', paper)?.item ?? null;
    return records.row('item', item)?.title ?? records.row('paper_group', item)?.title ?? '';
  };
  return (
    <li class="cited-document">
      <p>
        <strong>{document.label}</strong>{' '}
        {document.date && <span class="quiet small">{words.of(dateOf(document.date))}</span>}
      </p>
      <p class="small quiet">{words.citedBy}</p>
      <ul>
        {document.cited_by.map(({ paper, version, title, page, quads }) => (
          <li key={paper}>
            <span class="small quiet">{placeOf(paper)}</span>
            <Button
              size="small"
              kind="quiet"
              icon="bookOpenText"
              onClick={() => {
                asked.value = { paper, version, page, lit: [{ page, quads }] };
                go(`/meeting/${stream.id}/room`);
              }}
            >
              {words.citing(title, page)}
            </Button>
          </li>
        ))}
      </ul>
    </li>
  );
}
