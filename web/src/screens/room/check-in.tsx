import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { AttendanceRecord } from '../../records';
import { codeOf } from '../../rules/check-in';
import { time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Field } from '../../ui/field';
import { useKeptFocus } from '../../ui/focus';
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

/** What is recorded is said by itself, and takes the place of the button that had the keyboard. */
function OwnAttendance() {
  const room = useRoom();
  const place = useKeptFocus<HTMLDivElement>();
  const { records } = room.stream;
  const mine = records.row('attendance', room.user.value);
  const ended = records.row('meeting', room.stream.id)?.state === 'ended';
  if (room.stream.role.value === 'screen') {
    return null;
  }
  const present = mine?.state === 'present';
  const asked = !present && !ended && !records.row('member', room.user.value)?.substitute;
  return (
    <div {...place} class="own-attendance">
      <div role="status">
        {present && (
          <Badge icon="circleCheck" tone="good">
            {t().attendance.checkedIn(mine.at ? time(mine.at) : '')}
          </Badge>
        )}
      </div>
      {asked && <Ask state={mine?.state} />}
    </div>
  );
}

function Ask({ state }: { state: AttendanceRecord['state'] | undefined }) {
  const { stream } = useRoom();
  const away = state === 'left' || state === 'excused';
  const byCode = stream.records.row('room_rules', stream.id)?.code_needed && !isDesk(stream.role.value);
  return (
    <Card tone="warn" label={t().attendance.checkIn}>
      <p>{away ? t().attendance[state] : t().attendance.ask}</p>
      {byCode ? (
        <ByCode stream={stream.id} />
      ) : (
        <Button
          kind="primary"
          size="big"
          wide
          icon="circleCheck"
          onClick={() => act(stream.id, { type: 'attendance.check-in' })}
        >
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
