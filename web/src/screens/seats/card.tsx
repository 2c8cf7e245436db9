import { t } from '../../i18n';
import { type SeatAct, seatActs } from '../../rules/seat-acts';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import type { IconName } from '../../ui/icon';
import { nameOf, Person } from '../parts/person';
import type { Board } from './board';
import { MarkPicture } from './live';

interface CardProps {
  stream: Stream;
  board: Board;
  seat: string;
  onClose: () => void;
}

/** Who sits there, and what the viewer may do for that person. */
export function SeatCard({ stream, board, seat, onClose }: CardProps) {
  const look = board.look(seat).value;
  const member = stream.records.row('member', look.user);
  const texts = t().seats;
  return (
    <Dialog heading={texts.seat(seat)} onClose={onClose}>
      <div class="stack">
        {look.user && (
          <p>
            <Person stream={stream} user={look.user} detail />
          </p>
        )}
        {member?.stands_for && <p class="small">{texts.standsFor(nameOf(stream, member.stands_for))}</p>}
        <p class="legend">
          <span class="seat-line-mark">
            <MarkPicture mark={look.mark} size={32} />
            <strong>{texts.marks[look.mark]}</strong>
          </span>
        </p>
        {look.mine && <p>{texts.yours}</p>}
        <div class="row">
          {actsOf(stream, look.user).map(one => (
            <ActButton key={one.what} stream={stream} user={look.user} wanted={one} />
          ))}
        </div>
      </div>
    </Dialog>
  );
}

function actsOf(stream: Stream, user: string): SeatAct[] {
  const { records } = stream;
  return seatActs(user, {
    role: stream.role.value,
    meeting: records.row('meeting', stream.id),
    member: records.row('member', user),
    attendance: records.row('attendance', user),
    speeches: [...records.of('speech').value],
    queues: records.of('queue').value,
  });
}

const ICONS: Record<SeatAct['what'], IconName> = {
  present: 'circleCheck',
  left: 'logOut',
  call: 'mic',
  end: 'square',
};

function ActButton({ stream, user, wanted }: { stream: Stream; user: string; wanted: SeatAct }) {
  const texts = t().seats;
  const words = { present: texts.checkIn, left: texts.leave, call: texts.call, end: texts.endSpeech };
  return (
    <Button
      icon={ICONS[wanted.what]}
      kind={wanted.what === 'call' ? 'primary' : 'plain'}
      onClick={() => carryOut(stream, user, wanted)}
    >
      {words[wanted.what]}
    </Button>
  );
}

function carryOut(stream: Stream, user: string, wanted: SeatAct): Promise<boolean> {
  switch (wanted.what) {
    case 'present':
    case 'left':
      return act(stream.id, { type: 'attendance.mark', user, state: wanted.what });
    case 'call':
      return act(stream.id, { type: 'speech.call', speech: wanted.speech });
    case 'end':
      return act(stream.id, { type: 'speech.end', speech: wanted.speech });
  }
}
