import { t } from '../../i18n';
import { time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Invitation } from './invitation';
import { useRoom } from './state';

/** The answer to the invitation, then the one tap that checks in; afterwards one line says that it is recorded. */
export function CheckIn() {
  return (
    <>
      <Invitation />
      <OwnAttendance />
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
  if (ended || records.row('member', room.user.value)?.substitute) {
    return null;
  }
  const away = mine?.state === 'left' || mine?.state === 'excused';
  return (
    <Card tone="warn" label={t().attendance.checkIn}>
      <p>{away ? t().attendance[mine.state as 'left' | 'excused'] : t().attendance.ask}</p>
      <Button kind="primary" size="big" wide icon="circleCheck" onClick={checkIn}>
        {away ? t().attendance.again : t().attendance.checkIn}
      </Button>
    </Card>
  );
}
