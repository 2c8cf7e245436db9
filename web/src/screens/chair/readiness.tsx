import { t } from '../../i18n';
import { type Readiness, readiness } from '../../rules/readiness';
import type { Stream } from '../../sync/stream';
import { Bar } from '../../ui/bar';
import { Names } from './progress';

export function readinessOf({ records, online }: Stream, vote: string): Readiness {
  return readiness(
    records.of('member').value,
    records.of('attendance').value,
    online.value,
    records.row('vote_list', vote),
  );
}

/** Before a vote opens: how many are here with a connected tablet, and who is not. */
export function Ready({ stream, vote }: { stream: Stream; vote: string }) {
  const { all, ready, absent, away } = readinessOf(stream, vote);
  const words = t().voteDesk;
  return (
    <>
      <Bar label={words.ready(ready, all)} said="" value={ready} of={all} />
      {absent.length + away.length === 0 && <p class="small quiet">{words.everyoneReady}</p>}
      {away.length > 0 && <Names stream={stream} word={words.away(away.length)} names={away} />}
      {absent.length > 0 && <Names stream={stream} word={words.absent(absent.length)} names={absent} />}
    </>
  );
}
