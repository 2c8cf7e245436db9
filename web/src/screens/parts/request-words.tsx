import { t } from '../../i18n';
import type { PaperRequestRecord } from '../../records';
import { isOverdue } from '../../rules/paper-requests';
import { date, time } from '../../rules/time';
import { serverNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { Badge, type Tone } from '../../ui/badge';
import type { IconName } from '../../ui/icon';
import { nameOf } from './person';

const LOOKS: Record<PaperRequestRecord['state'], readonly [IconName, Tone]> = {
  asked: ['clock', 'plain'],
  submitted: ['fileUp', 'primary'],
  returned: ['rotateCcw', 'warn'],
  approved: ['circleCheck', 'good'],
};

/** Where a request stands, until when, and what was said: the same words at the desk and on the tablets. */
export function RequestWords({ stream, request }: { stream: Stream; request: PaperRequestRecord }) {
  const [icon, tone] = LOOKS[request.state];
  const last = request.rounds.at(-1);
  const texts = t().requests;
  return (
    <>
      <p class="request-facts">
        <Badge icon={icon} tone={tone}>
          {texts.states[request.state]}
        </Badge>
        {request.secret && <Badge icon="lock">{t().secrecy.secret}</Badge>}
        {isOverdue(request, serverNow()) && (
          <Badge icon="triangleAlert" tone="stop">
            {texts.overdue}
          </Badge>
        )}
        {last?.late && (
          <Badge icon="clock" tone="warn">
            {texts.late}
          </Badge>
        )}
      </p>
      <p class="small quiet">{texts.deadline(momentWords(request.deadline))}</p>
      {last && <p class="small quiet">{texts.submittedBy(nameOf(stream, last.by), momentWords(last.at))}</p>}
      {request.state === 'returned' && last && <p class="small">{texts.returnedFor(last.reason)}</p>}
    </>
  );
}

function momentWords(at: number): string {
  return `${time(at)}, ${date(at)}`;
}
