import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { codeOf } from '../../rules/check-in';
import { time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import type { Role } from '../../wire';
import { Invitation } from './invitation';
import { ServiceCalls } from './service';
import { useRoom } from './state';

/** The answer to the invitation, then the one tap that checks in; afterwards one line says that it is recorded. */
export function CheckIn() {
  return (
    <>
      <Invitation />
      <OwnAttendance />
      <ServiceCalls />
    </>
  );
}

function OwnAttendance() {
  const room = useRoom();
  const { records } = room.stream;
  const mine = records.row('attendance', room.user.value);
  const ended = records.row('meeting', room.stream.id)?.state === 'ended';
  const checkIn = () => act(room.stream.id, { type: 'attendance.check-in' });
  if (room.stream.role.value === 'screen') {
    return null;
  }
  if (mine?.state === 'present') {
    return (
      <Badge icon="circleCheck" tone="good">
        {t().attendance.checkedIn(mine.at ? time(mine.at) : '')}
      </Badge>
    );
  }
  const member = records.row('member', room.user.value);
  if (ended || (member?.substitute && !member.votes)) {
    return null;
  }
  const away = mine?.state === 'left' || mine?.state === 'excused';
  const byCode = records.row('room_rules', room.stream.id)?.code_needed && !isDesk(room.stream.role.value);
  return (
    <Card tone="warn" label={t().attendance.checkIn}>
      <p>{away ? t().attendance[mine.state as 'left' | 'excused'] : t().attendance.ask}</p>
      {byCode ? (
        <ByCode stream={room.stream.id} />
      ) : (
        <Button kind="primary" size="big" wide icon="circleCheck" onClick={checkIn}>
          {away ? t().attendance.again : t().attendance.checkIn}
        </Button>
      )}
    </Card>
  );
}

const isDesk = (role: Role | null) => role === 'chair' || role === 'secretary';

/** For a tablet without a camera: the letters below the room's code, as they stand there. */
function ByCode({ stream }: { stream: string }) {
  const [typed, setTyped] = useState('');
  const code = codeOf(typed);
  return (
    <>
      <p class="small">{t().checkIn.needed}</p>
      <Field label={t().checkIn.typed} value={typed} onValue={setTyped} maxLength={20} />
      <Button
        kind="primary"
        wide
        icon="circleCheck"
        disabled={!code}
        onClick={() => act(stream, { type: 'attendance.check-in', code })}
      >
        {t().attendance.checkIn}
      </Button>
    </>
  );
}
