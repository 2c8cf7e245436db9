import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { matches } from '../../rules/names';
import type { Stream } from '../../sync/stream';
import { Field } from '../../ui/field';
import { Empty } from '../../ui/waiting';
import type { Board } from './board';
import { MarkPicture } from './live';

interface ListProps {
  stream: Stream;
  board: Board;
  onPick: (seat: string) => void;
}

/** The same plan in words, seat by seat; for those who cannot see a drawing, and for finding somebody. */
export function SeatList({ stream, board, onPick }: ListProps) {
  const [words, setWords] = useState('');
  const members = stream.records.of('member').value;
  const taken = board.seats.filter(({ name }) => board.look(name).peek().user);
  const found = taken.filter(({ name }) => {
    const member = members.get(board.look(name).peek().user);
    return matches(`${name} ${member?.name ?? ''} ${member?.unit ?? ''}`, words);
  });
  return (
    <div class="stack">
      <Field label={t().seats.search} type="search" value={words} onValue={setWords} />
      {found.length === 0 ? (
        <Empty icon="search">{t().seats.nobody}</Empty>
      ) : (
        <ul class="lines boxed seat-lines">
          {found.map(({ name }) => (
            <Line key={name} stream={stream} board={board} seat={name} onPick={onPick} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Redrawn when its own seat changes. */
function Line({ stream, board, seat, onPick }: ListProps & { seat: string }) {
  const look = board.look(seat).value;
  const member = stream.records.of('member').peek().get(look.user);
  return (
    <li class="line">
      <button type="button" class="seat-line" onClick={() => onPick(seat)}>
        <span class="seat-line-name figures">{seat}</span>
        <span class="line-words">
          <span class="line-title">{look.name || t().seats.marks.free}</span>
          {member && (
            <span class="small quiet">{[member.title, member.unit].filter(Boolean).join(', ')}</span>
          )}
          {look.mine && <strong class="small">{t().seats.yours}</strong>}
        </span>
        <span class="seat-line-mark small">
          <MarkPicture mark={look.mark} size={28} />
          <span>{t().seats.marks[look.mark]}</span>
        </span>
      </button>
    </li>
  );
}
