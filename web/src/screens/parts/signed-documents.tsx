import { t } from '../../i18n';
import { kindOf, type Standing, standingOf } from '../../rules/official';
import { moment } from '../../rules/time';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icon';

/** What the office has signed and issued, for everybody in the meeting; of each document the newest file. */
export function SignedDocuments({ stream }: { stream: Stream }) {
  const rows = [...stream.records.of('signed_document').value].sort(
    ([, one], [, other]) => one.at - other.at,
  );
  const newest = new Map(rows.map(([id, row]) => [row.document, { id, row }]));
  if (newest.size === 0) {
    return null;
  }
  const votes = stream.records.of('vote').value;
  const calledOff = Boolean(stream.records.row('meeting', stream.id)?.called_off);
  return (
    <section class="rail-signed" aria-label={t().signing.heading}>
      <h3>{t().signing.heading}</h3>
      <ul class="rail-signed-list">
        {[...newest.values()].map(({ id, row }) => (
          <li key={id}>
            <a class="rail-signed-link" href={`/api/streams/${stream.id}/signed/${id}`} download>
              <Icon name="download" />
              <span>
                <strong>{nameOf(stream, row.document)}</strong>
                <span class="small quiet">{t().signing.signedBy(row.subject, moment(row.at))}</span>
                <StandingBadge standing={standingOf(row.document, votes, calledOff)} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Says when a signed document is not in use any more; nothing while it is. */
export function StandingBadge({ standing }: { standing: Standing }) {
  if (standing === 'stands') {
    return null;
  }
  return (
    <Badge icon="circleX" tone="warn">
      {t().signing.standings[standing]}
    </Badge>
  );
}

function nameOf(stream: Stream, document: string): string {
  const { kind, vote } = kindOf(document);
  const question = vote && stream.records.row('vote', vote)?.question;
  const name = t().official.kinds[kind];
  return question ? `${name}: ${question}` : name;
}
