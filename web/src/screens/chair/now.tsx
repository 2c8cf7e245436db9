import { t } from '../../i18n';
import type { ItemRecord, MeetingRecord } from '../../records';
import { agenda, spent } from '../../rules/agenda';
import { countdown, elapsed, longDate, time } from '../../rules/time';
import { tickingNow } from '../../sync/clock';
import type { Stream } from '../../sync/stream';
import { MinutesButton } from '../minutes/open';
import { ReadingButton } from '../parts/reading-table';
import { Unfinished } from '../tasks/unfinished';
import { Conclusion } from './conclusion';
import { placeOfItem } from './floor';
import { Papers } from './papers';
import { Presented } from './presented';
import { SpeakerNow } from './speaker-now';
import { VoteStrip } from './vote-strip';

const MINUTE = 60_000;

/** What is going on and, never out of sight, what is concluded; nothing else. */
export function Now({ stream }: { stream: Stream }) {
  const meeting = stream.records.row('meeting', stream.id);
  if (!meeting) {
    return null;
  }
  return (
    <>
      <div class="now-body">
        <Head stream={stream} meeting={meeting} />
        {meeting.state !== 'ended' && (
          <>
            <SpeakerNow stream={stream} />
            <VoteStrip stream={stream} />
          </>
        )}
        {stream.records.row('item', meeting.item)?.about === 'unfinished' && (
          <Unfinished meeting={stream.id} />
        )}
        {meeting.item && <Papers stream={stream} item={meeting.item} />}
        {meeting.state === 'prepared' && <ReadingButton stream={stream} />}
        {meeting.state !== 'ended' && <Presented stream={stream} />}
        {meeting.state === 'ended' && <MinutesButton stream={stream} />}
      </div>
      <div class="now-words">
        <Conclusions stream={stream} meeting={meeting} />
      </div>
    </>
  );
}

function Head({ stream, meeting }: { stream: Stream; meeting: MeetingRecord }) {
  const item = stream.records.row('item', meeting.item);
  if (meeting.state === 'prepared') {
    const when = `${time(meeting.starts_at)} · ${longDate(meeting.starts_at)}`;
    return <Plain label={when} heading={t().chair.notBegun} said={t().chair.notBegunHint} />;
  }
  if (meeting.state === 'ended') {
    const when = t().chair.endedAt(time(meeting.ended_at ?? 0));
    return <Plain label={meeting.title} heading={t().chair.ended} said={when} />;
  }
  if (!item || !meeting.item) {
    const heading = meeting.state === 'paused' ? t().chair.paused : t().chair.noItem;
    return <Plain label={t().chair.now} heading={heading} said="" />;
  }
  const all = stream.records.of('item').value.size;
  const place = t().chair.itemNumber(placeOfItem(stream, meeting.item), all);
  const label = meeting.state === 'paused' ? t().chair.paused : t().chair.now;
  return (
    <header class="now-head">
      <p class="now-label">
        {label} · {place}
      </p>
      <h2 class="now-title">{item.title}</h2>
      <ItemClock item={item} meeting={meeting} />
    </header>
  );
}

function Plain({ label, heading, said }: { label: string; heading: string; said: string }) {
  return (
    <header class="now-head">
      <p class="now-label">{label}</p>
      <h2 class="now-title">{heading}</h2>
      {said && <p class="quiet">{said}</p>}
    </header>
  );
}

/** Time used, and what is left of the planned minutes, in words and figures. */
function ItemClock({ item, meeting }: { item: ItemRecord; meeting: MeetingRecord }) {
  const now = tickingNow();
  const used = spent(item, true, meeting, now);
  const left = item.minutes * MINUTE - used;
  const word = left >= 0 ? t().chair.remaining(countdown(now + left, now)) : t().chair.over(elapsed(-left));
  return (
    <p class="now-clock">
      <span class="now-clock-figures figures" role="timer" aria-label={t().chair.itemClock}>
        {elapsed(used)}
      </span>
      {item.minutes > 0 && (
        <span class={`small figures ${left < 0 ? 'plan-over' : 'quiet'}`}>
          <span class="now-planned">{t().chair.planned(item.minutes)} · </span>
          {word}
        </span>
      )}
    </p>
  );
}

/** The current item's conclusion; after the end, those of all items. */
function Conclusions({ stream, meeting }: { stream: Stream; meeting: MeetingRecord }) {
  if (meeting.state === 'ended') {
    return (
      <div class="now-conclusions">
        {agenda(stream.records.of('item').value).map(([id, item], index) => (
          <Conclusion key={id} stream={stream} item={id} label={`${index + 1}. ${item.title}`} />
        ))}
      </div>
    );
  }
  if (meeting.state === 'prepared' || !meeting.item) {
    return null;
  }
  return <Conclusion key={meeting.item} stream={stream} item={meeting.item} label={t().chair.conclusion} />;
}
