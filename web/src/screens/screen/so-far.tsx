import { t } from '../../i18n';
import type { LiveTallyRecord, VoteRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { countdown } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { Icon } from '../../ui/icon';
import { useOverdue } from '../parts/deadline';
import { Answers, Track } from './answers';

/** So many options have room below the question; the others are counted. */
const ROOM = 10;

interface SoFarProps {
  stream: Stream;
  vote: Entry<VoteRecord>;
}

/** How many have voted, until when the others may and, where the rule lets everybody watch, what is counted so far. */
export function SoFar({ stream, vote: [id, vote] }: SoFarProps) {
  const { cast, of } = stream.records.row('progress', id) ?? { cast: 0, of: 0 };
  const live = stream.records.row('live_tally', id);
  return (
    <>
      <div class="stage-count">
        <div class="stage-count-words">
          <p>
            <span class="stage-count-figures figures">
              {cast}/{of}
            </span>{' '}
            {t().bigScreen.counted}
          </p>
          {vote.state === 'open' && <Left vote={vote} />}
        </div>
        <Track value={cast} of={of} name="count" />
      </div>
      {live &&
        (vote.rule.method === 'standard' ? (
          <Answers tally={live.tally} />
        ) : (
          <Options vote={vote} live={live} />
        ))}
    </>
  );
}

function Left({ vote }: { vote: VoteRecord }) {
  const overdue = useOverdue(vote);
  if (vote.deadline === null) {
    return null;
  }
  return (
    <p class={`stage-left figures${overdue ? ' stop' : ''}`}>
      <Icon name={overdue ? 'clock' : 'timer'} size={48} />
      {overdue ? t().bigScreen.over : t().ballot.left(countdown(vote.deadline, tickingNow()))}
    </p>
  );
}

/** What can be chosen, in the order of the ballot, so that no name jumps while people vote. */
export function Options({ vote, live }: { vote: VoteRecord; live?: LiveTallyRecord }) {
  const shown = vote.options.slice(0, ROOM);
  if (shown.length === 0) {
    return null;
  }
  const more = vote.options.length - shown.length;
  return (
    <>
      <ol class={`stage-elected so-far${shown.length > 4 ? ' two-columns' : ''}`}>
        {shown.map(({ id, label }) => (
          <li key={id}>
            <span class="stage-elected-name">{label}</span>
            {live && <strong class="figures">{live.lines[id]?.for ?? 0}</strong>}
          </li>
        ))}
      </ol>
      {more > 0 && <p class="stage-of">{t().voteResult.more(more)}</p>}
    </>
  );
}
