import { t } from '../../i18n';
import { notYetVoted } from '../../rules/roll';
import type { Stream } from '../../sync/stream';
import { Bar } from '../../ui/bar';

/** How many have voted; never how. */
export function Progress({ stream, vote }: { stream: Stream; vote: string }) {
  const progress = stream.records.row('progress', vote) ?? { cast: 0, of: 0 };
  return (
    <div role="status">
      <Bar
        label={t().ballots.voted}
        said={t().ballots.votedOf(progress.cast, progress.of)}
        value={progress.cast}
        of={progress.of}
      />
    </div>
  );
}

/** Names of those on the roll who have not voted yet. */
export function Missing({ stream, vote: id }: { stream: Stream; vote: string }) {
  const { records } = stream;
  const names = notYetVoted(id, {
    members: records.of('member').value,
    voters: records.of('voter').value,
    voted: records.of('voted').value,
  });
  if (names.length === 0) {
    return <p class="small quiet">{t().ballots.everyone}</p>;
  }
  return (
    <details class="missing" open>
      <summary>{t().ballots.missing(names.length)}</summary>
      <ul class="missing-names">
        {names.map(name => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
}
