import { t } from '../../i18n';
import type { CirculationRecord } from '../../records';
import { type Group, type Standing, standings, takesAnswers } from '../../rules/circulations';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { Bar } from '../../ui/bar';
import { Card } from '../../ui/card';
import { AskOnce, ExtendButton, WithdrawButton } from './acts';
import { AutomaticNudges, NudgeButton, Nudged } from './nudges';
import { fullMoment } from './words';

interface Props {
  stream: Stream;
  row: CirculationRecord;
}

const GROUPS: readonly Group[] = ['silent', 'lateOnes', 'inTime'];

/** Who has answered and who is waited for, as it happens; never what was answered. */
export function Follow({ stream, row }: Props) {
  const words = t().circulationDesk;
  const { records } = stream;
  const groups = standings(records.of('member').value, records.of('answered').value);
  const progress = records.row('circulation_progress', stream.id) ?? { asked: 0, answered: 0 };
  return (
    <>
      <Card label={words.follow}>
        <h2>{words.follow}</h2>
        <div role="status">
          <Bar
            label={words.inTime}
            said={t().circulations.progress(progress.answered, progress.asked)}
            value={progress.answered}
            of={progress.asked}
            tone="good"
          />
        </div>
        {row.state === 'open' && (
          <Running stream={stream} row={row} silent={groups.silent.map(({ user }) => user)} />
        )}
        {row.state === 'closed' && (
          <AskOnce
            stream={stream}
            word={words.publish}
            question={words.publishQuestion}
            detail={row.names ? words.publishNames : words.publishCounts}
            type="circulation.publish"
          />
        )}
      </Card>
      {GROUPS.map(group => (
        <People key={group} stream={stream} row={row} group={group} people={groups[group]} />
      ))}
    </>
  );
}

function Running({ stream, row, silent }: Props & { silent: string[] }) {
  const words = t().circulationDesk;
  const now = tickingNow();
  const countable = silent.length === 0 || now > row.deadline;
  return (
    <>
      <p class="small quiet">{words.contentHidden}</p>
      <p class="small quiet">{row.late === 'taken' ? words.closesByHand : words.closesItself}</p>
      {countable && (
        <AskOnce
          stream={stream}
          word={words.close}
          question={words.closeQuestion}
          detail={words.closeDetail(silent.length)}
          type="circulation.close"
        />
      )}
      {silent.length > 0 && takesAnswers(row, now) && <NudgeButton stream={stream} people={silent} />}
      <AutomaticNudges stream={stream} />
      <div class="row">
        <ExtendButton stream={stream} row={row} />
        <WithdrawButton stream={stream} />
      </div>
    </>
  );
}

interface PeopleProps extends Props {
  group: Group;
  people: Standing[];
}

function People({ stream, row, group, people }: PeopleProps) {
  const heading = t().circulationDesk[group];
  if (people.length === 0) {
    return null;
  }
  return (
    <Card label={heading}>
      <h3>
        {heading} <span class="quiet figures">{people.length}</span>
      </h3>
      <ul class="lines">
        {people.map(person => (
          <Line key={person.user} stream={stream} row={row} person={person} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ stream, row, person }: Props & { person: Standing }) {
  const words = t().circulationDesk;
  const { user, member, answered } = person;
  const told = answered && [
    words.answeredAt(fullMoment(answered.at)),
    answered.changes > 0 && words.changed(answered.changes),
  ];
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">{member.name}</p>
        <p class="small quiet">{[member.title, member.unit].filter(Boolean).join(', ')}</p>
        {told && <p class="small figures">{told.filter(Boolean).join(', ')}</p>}
        {!answered && <Nudged stream={stream} user={user} />}
      </div>
      {!answered && row.state === 'open' && (
        <NudgeButton stream={stream} people={[user]} name={member.name} />
      )}
    </li>
  );
}
