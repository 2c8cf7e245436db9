import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { MemberRecord } from '../../records';
import type { Entry } from '../../rules/agenda';
import { answerCounts } from '../../rules/answers';
import { inOrder } from '../../rules/attendance-table';
import { matches } from '../../rules/names';
import { votes } from '../../rules/quorum';
import { isDelegate, isGuest } from '../../rules/roll';
import { act } from '../../sync/cabinet';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button, IconButton } from '../../ui/button';
import { Card } from '../../ui/card';
import { Confirm } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { Empty } from '../../ui/waiting';
import { SubstituteRequests } from '../parts/substitutes';
import { AddMany } from '../plans/add-many';
import { AddMembers } from './add-members';
import { AnswerActs, AnswerWords } from './answer-line';

/** A list longer than this can be searched. */
const MANY = 15;

/** Who takes part, in which role, and who may vote. Nobody is removed once the meeting has begun. */
export function Members({ stream }: { stream: Stream }) {
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Entry<MemberRecord> | null>(null);
  const [many, setMany] = useState(false);
  const [words, setWords] = useState('');
  const state = stream.records.row('meeting', stream.id)?.state;
  const members = inOrder(stream.records.of('member').value);
  const found = members.filter(([, { name, title, unit }]) => matches(`${name} ${title} ${unit}`, words));
  return (
    <Card label={t().desk.members}>
      <div class="row apart">
        <h2>{t().desk.members}</h2>
        {state !== 'ended' && (
          <div class="row">
            <Button icon="users" onClick={() => setMany(true)}>
              {t().plans.many}
            </Button>
            <Button icon="plus" onClick={() => setAdding(true)}>
              {t().desk.addMember}
            </Button>
          </div>
        )}
      </div>
      <p class="small quiet">{countsOf(members)}</p>
      <p class="small figures" role="status">
        {answersOf(stream)}
      </p>
      <SubstituteRequests stream={stream} />
      {members.length > MANY && (
        <Field label={t().rollCall.search} type="search" value={words} onValue={setWords} />
      )}
      {found.length === 0 && <Empty icon="users">{t().rollCall.nobody}</Empty>}
      <ul class="lines">
        {found.map(entry => (
          <Line
            key={entry[0]}
            stream={stream}
            entry={entry}
            removable={state === 'prepared' && entry[0] !== me.value?.user.id && !isPaired(entry[1])}
            onRemove={() => setLeaving(entry)}
          />
        ))}
      </ul>
      {many && <AddMany stream={stream} onClose={() => setMany(false)} />}
      {adding && <AddMembers stream={stream} onClose={() => setAdding(false)} />}
      {leaving && (
        <Confirm
          question={t().desk.removeMember(leaving[1].name)}
          detail={t().desk.removeMemberDetail}
          act={t().common.remove}
          kind="stop"
          onConfirm={() => act(stream.id, { type: 'member.remove', user: leaving[0] })}
          onClose={() => setLeaving(null)}
        />
      )}
    </Card>
  );
}

function countsOf(members: Entry<MemberRecord>[]): string {
  const rows = members.map(([, member]) => member);
  return t().desk.memberCount(
    rows.filter(isDelegate).length,
    rows.filter(votes).length,
    rows.filter(isGuest).length,
  );
}

function answersOf({ records }: Stream): string {
  const { attend, decline, substitute, silent } = answerCounts(
    records.of('member').value,
    records.of('invitation').value,
  );
  return t().invitations.counts(attend, decline, substitute, silent);
}

/** A substitution must be revoked before one of its two ends leaves the meeting. */
const isPaired = (member: MemberRecord) => Boolean(member.stands_for || member.substitute);

interface LineProps {
  stream: Stream;
  entry: Entry<MemberRecord>;
  removable: boolean;
  onRemove: () => void;
}

function Line({ stream, entry: [user, member], removable, onRemove }: LineProps) {
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">{member.name}</p>
        <p class="small quiet">{[member.title, member.unit].filter(Boolean).join(', ')}</p>
      </div>
      <div class="line-marks">
        <Badge icon="user">{t().meetings.as[member.role]}</Badge>
        {votes(member) && (
          <Badge icon="vote" tone="primary">
            {t().desk.yes}
          </Badge>
        )}
        <AnswerWords stream={stream} user={user} member={member} />
      </div>
      <AnswerActs stream={stream} user={user} member={member} />
      {removable && <IconButton icon="trash2" label={t().desk.removeName(member.name)} onClick={onRemove} />}
    </li>
  );
}
