import { t } from '../../i18n';
import { agenda } from '../../rules/agenda';
import { longDate, time } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { RoomCode } from '../parts/room-code';

/** Before the meeting: where and when, and the code that brings a tablet into the room. */
export function Welcome({ stream }: { stream: Stream }) {
  const meeting = stream.records.row('meeting', stream.id);
  if (!meeting) {
    return null;
  }
  return (
    <div class="welcome">
      <div class="welcome-words">
        <p class="welcome-agency">{[meeting.parent_agency, meeting.agency].filter(Boolean).join(' · ')}</p>
        <div>
          <p class="welcome-time">{t().bigScreen.begins(time(meeting.starts_at))}</p>
          <p>{longDate(meeting.starts_at)}</p>
        </div>
        <p>{meeting.place}</p>
      </div>
      <figure class="welcome-code">
        <RoomCode stream={stream.id} />
        <figcaption>{t().checkIn.scan}</figcaption>
      </figure>
    </div>
  );
}

/** The item under discussion; it steps back for a speaker, and further for a vote. */
export function ItemTitle({ stream, size }: { stream: Stream; size: 'small' | 'middle' | 'large' }) {
  const { records } = stream;
  const items = agenda(records.of('item').value);
  const place = items.findIndex(([id]) => id === records.row('meeting', stream.id)?.item);
  const item = items[place]?.[1];
  if (!item) {
    return null;
  }
  const label = t().bigScreen.item(place + 1, items.length);
  if (size === 'small') {
    return (
      <h2 class="stage-item small">
        {label} · {item.title}
      </h2>
    );
  }
  return (
    <section class={`stage-item ${size}`}>
      <p class="stage-label">{label}</p>
      <h2>{item.title}</h2>
      {item.presenter && size === 'large' && (
        <p class="stage-presenter">{t().room.presenter(item.presenter)}</p>
      )}
    </section>
  );
}

export function Paused() {
  return (
    <div class="stage-still">
      <p class="stage-word">{t().bigScreen.paused}</p>
      <Clock />
    </div>
  );
}

export function Ended() {
  return (
    <div class="stage-still">
      <p class="stage-word">{t().bigScreen.ended}</p>
      <p>{t().bigScreen.thanks}</p>
    </div>
  );
}

export function Idle() {
  return (
    <div class="stage-still idle">
      <Clock />
      <p class="stage-date">{longDate(tickingNow())}</p>
    </div>
  );
}

function Clock() {
  return <p class="quiet-clock figures">{time(tickingNow())}</p>;
}
