import { t } from '../../i18n';
import type { PaperRequestRecord } from '../../records';
import { isOverdue, standings } from '../../rules/paper-requests';
import { date, time } from '../../rules/time';
import { serverNow } from '../../sync/clock';
import { Badge } from '../../ui/badge';
import '../../styles/papers.css';

export interface AskedPaper extends Pick<PaperRequestRecord, 'title' | 'deadline' | 'state'> {
  /** Of this person or the own unit. */
  mine: boolean;
}

const SHOWN = 3;

/** In the list of meetings: what this person has to hand in until when; for a secretary how all requests stand. */
export function AskedPapers({ asked }: { asked: readonly AskedPaper[] }) {
  const mine = asked.filter(one => one.mine);
  const others = asked.filter(one => !one.mine);
  return (
    <>
      {mine.length > 0 && <Mine asked={mine} />}
      {others.length > 0 && <RequestStandings requests={others} heading={t().requests.heading} />}
    </>
  );
}

function Mine({ asked }: { asked: readonly AskedPaper[] }) {
  const texts = t().askedPapers;
  return (
    <div class="asked-papers">
      <p class="label">{texts.mine}</p>
      <ul>
        {asked.slice(0, SHOWN).map(one => (
          <li key={`${one.title} ${one.deadline}`} class="request-facts">
            <span>{one.title}</span>
            <Standing one={one} />
            <span class="small quiet">{texts.due(`${time(one.deadline)}, ${date(one.deadline)}`)}</span>
          </li>
        ))}
      </ul>
      {asked.length > SHOWN && <p class="small quiet">{texts.more(asked.length - SHOWN)}</p>}
    </div>
  );
}

function Standing({ one }: { one: AskedPaper }) {
  if (isOverdue(one, serverNow())) {
    return (
      <Badge icon="triangleAlert" tone="stop">
        {t().requests.overdue}
      </Badge>
    );
  }
  const waits = one.state === 'submitted';
  return (
    <Badge icon={waits ? 'fileUp' : 'clock'} tone={waits ? 'primary' : 'plain'}>
      {t().requests.states[one.state]}
    </Badge>
  );
}

interface RequestStandingsProps {
  requests: Iterable<Pick<PaperRequestRecord, 'state' | 'deadline'>>;
  heading?: string;
}

/** How many requests are overdue, wait for the file, or for the secretary's word. */
export function RequestStandings({ requests, heading }: RequestStandingsProps) {
  const { overdue, waiting, submitted } = standings(requests, serverNow());
  const texts = t().askedPapers;
  if (overdue + waiting + submitted === 0) {
    return null;
  }
  return (
    <p class="request-facts">
      {heading && <span>{heading}</span>}
      {overdue > 0 && (
        <Badge icon="triangleAlert" tone="stop">
          {texts.overdue(overdue)}
        </Badge>
      )}
      {submitted > 0 && (
        <Badge icon="fileUp" tone="primary">
          {texts.submitted(submitted)}
        </Badge>
      )}
      {waiting > 0 && <Badge icon="clock">{texts.waiting(waiting)}</Badge>}
    </p>
  );
}
