import { t } from '../../i18n';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { useRoom } from './state';
import './version-bar.css';

/** In the list of marks: on how many pages strokes wait for a decision, and the way to them. */
export function InkReviewCall() {
  const room = useRoom();
  const waiting = room.inkWaiting.value;
  const start = () => {
    room.reviewingInk.value = 0;
  };
  return waiting.length > 0 ? (
    <div class="review-call">
      <div>
        <p>
          <strong>{t().inkPlaces.review(waiting.length)}</strong>
        </p>
        <p class="small">{t().inkPlaces.reviewWhy}</p>
      </div>
      <Button size="small" kind="primary" onClick={start}>
        {t().inkPlaces.start}
      </Button>
    </div>
  ) : null;
}

/** On the card of a page's strokes: that their owner has to decide about them, or has left them where they are. */
export function InkWaits({ version, page }: { version: string; page: number }) {
  const room = useRoom();
  const { records } = room.stream;
  const place = records.row('ink_place', `${version}.${page}.${room.user.value}`);
  if (!place || place.from_version !== version || (place.state !== 'changed' && place.state !== 'stays')) {
    return null;
  }
  if (place.state === 'stays') {
    return <Badge icon="history">{t().carried.stays(records.row('version', version)?.number ?? 1)}</Badge>;
  }
  const start = () => {
    room.reviewingInk.value = Math.max(0, room.inkWaiting.peek().indexOf(place));
  };
  return (
    <>
      <Badge icon="triangleAlert" tone="warn">
        {t().carried.waits}
      </Badge>
      <Button size="small" onClick={start}>
        {t().inkPlaces.sides}
      </Button>
    </>
  );
}
