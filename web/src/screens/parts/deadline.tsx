import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { VoteRecord } from '../../records';
import { countdown } from '../../rules/time';
import { serverNow, tickingNow } from '../../sync/clock';
import { Badge } from '../../ui/badge';

/** Time left for ballots, computed from the deadline on the server's clock; nothing where there is none. */
export function VoteClock({ vote }: { vote: VoteRecord }) {
  const overdue = useOverdue(vote);
  if (vote.deadline === null) {
    return null;
  }
  return (
    <div class="vote-clock">
      {!overdue && <Left deadline={vote.deadline} />}
      <div role="status">
        {overdue && (
          <Badge icon="clock" tone="stop">
            {t().ballot.overdue}
          </Badge>
        )}
      </div>
    </div>
  );
}

function Left({ deadline }: { deadline: number }) {
  return (
    <p class="row figures" role="timer">
      <Badge icon="timer" tone="primary">
        {t().ballot.left(countdown(deadline, tickingNow()))}
      </Badge>
    </p>
  );
}

/** True once the deadline has passed, until it is extended. Redraws only at that moment. */
export function useOverdue({ deadline }: Pick<VoteRecord, 'deadline'>): boolean {
  const [, redraw] = useState(0);
  const left = deadline === null ? Number.POSITIVE_INFINITY : deadline - serverNow();
  useEffect(() => {
    if (left <= 0 || left === Number.POSITIVE_INFINITY) {
      return;
    }
    const timer = setTimeout(() => redraw(count => count + 1), left + 20);
    return () => clearTimeout(timer);
  }, [deadline]);
  return left <= 0;
}
