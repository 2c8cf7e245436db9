import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { AttendanceRecord, MemberRecord } from '../../records';
import { STANDINGS, type Standing } from '../../rules/roll';
import { time } from '../../rules/time';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { nameOf } from '../parts/person';
import { FormDialog, tell } from './form-dialog';

const ICONS = { present: 'circleCheck', absent: 'circle', left: 'logOut', excused: 'circleAlert' } as const;

interface RollLineProps {
  stream: Stream;
  user: string;
  member: MemberRecord;
  /** Out of sight the line says who it is and how he stands; nothing is there to be tapped. */
  near: boolean;
}

/** One person and the four ways to stand in the list; an excuse asks for its reason. */
export function RollLine({ stream, user, member, near }: RollLineProps) {
  const state = stream.records.row('attendance', user)?.state ?? 'absent';
  return (
    <li class="line roll-line">
      {near ? (
        <Marked stream={stream} user={user} member={member} />
      ) : (
        <>
          <Person member={member} />
          <span class="small">{t().rollCall.states[state]}</span>
        </>
      )}
    </li>
  );
}

function Person({ member, children }: { member: MemberRecord; children?: ComponentChildren }) {
  return (
    <div class="line-words">
      <p class="line-title">{member.name}</p>
      <p class="small quiet">{[member.title, member.unit].filter(Boolean).join(', ')}</p>
      {children}
    </div>
  );
}

function Marked({ stream, user, member }: Omit<RollLineProps, 'near'>) {
  const [excusing, setExcusing] = useState(false);
  const attendance = stream.records.row('attendance', user);
  const reason = stream.records.row('absence', user)?.reason ?? '';
  const state = attendance?.state ?? 'absent';
  const fixed = stream.records.row('meeting', stream.id)?.state === 'ended';
  const choose = (wanted: Standing) => {
    if (wanted === 'excused') {
      setExcusing(true);
    } else {
      void act(stream.id, { type: 'attendance.mark', user, state: wanted });
    }
  };
  const at = attendance ? comings(attendance) : '';
  return (
    <>
      <Person member={member}>
        <p class="small figures">
          {[at, reason && t().rollCall.reasonShown(reason), pairOf(stream, member)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </Person>
      <Standings name={member.name} state={state} disabled={fixed} onChoose={choose} />
      {state === 'excused' && !fixed && (
        <Button
          size="small"
          kind="quiet"
          icon="pencil"
          label={t().rollCall.editReason(member.name)}
          onClick={() => setExcusing(true)}
        >
          {t().rollCall.reason}
        </Button>
      )}
      {excusing && (
        <Excuse
          stream={stream}
          user={user}
          name={member.name}
          reason={reason}
          onClose={() => setExcusing(false)}
        />
      )}
    </>
  );
}

/** "đến 08:10 (Đến muộn), rời 09:00, trở lại 09:20"; the moment of an excuse. */
function comings({ state, at, late, passages }: AttendanceRecord): string {
  const texts = t().checkIn;
  const said = passages.map(([passage, moment], index) => {
    const came = index
      ? texts.back(time(moment))
      : texts.came(time(moment)) + (late ? ` (${texts.late})` : '');
    return passage === 'left' ? texts.left(time(moment)) : came;
  });
  return said.join(', ') || (at && state !== 'absent' ? t().rollCall.at(time(at)) : '');
}

/** The other end of a substitution, in words. */
function pairOf(stream: Stream, { stands_for, substitute }: MemberRecord): string {
  if (stands_for) {
    return t().invitations.standsFor(nameOf(stream, stands_for));
  }
  return substitute ? t().invitations.replacedBy(nameOf(stream, substitute)) : '';
}

interface StandingsProps {
  name: string;
  state: Standing;
  disabled: boolean;
  onChoose: (state: Standing) => void;
}

/** Radio buttons, so that arrow keys work and the state is said. */
function Standings({ name, state, disabled, onChoose }: StandingsProps) {
  const group = useId();
  return (
    <fieldset class="standings" disabled={disabled}>
      <legend class="visually-hidden">{t().rollCall.markOf(name)}</legend>
      {STANDINGS.map(wanted => (
        <label key={wanted} class={`standing ${wanted}`}>
          <input
            type="radio"
            name={group}
            checked={state === wanted}
            onClick={event => {
              event.preventDefault();
              onChoose(wanted);
            }}
          />
          <Icon name={ICONS[wanted]} size={18} />
          <span>{t().rollCall.states[wanted]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ExcuseProps {
  stream: Stream;
  user: string;
  name: string;
  reason: string;
  onClose: () => void;
}

function Excuse({ stream, user, name, reason: before, onClose }: ExcuseProps) {
  const [reason, setReason] = useState(before);
  const submit = () =>
    tell(stream.id, { type: 'attendance.mark', user, state: 'excused', reason: reason.trim() });
  return (
    <FormDialog
      heading={t().rollCall.reasonOf(name)}
      act={t().common.save}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea label={t().rollCall.reason} value={reason} onValue={setReason} maxLength={300} rows={2} />
    </FormDialog>
  );
}
