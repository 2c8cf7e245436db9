import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { get } from '../../sync/api';
import './room-code.css';

interface Shown {
  code: string;
  now: number;
  until: number;
}

const AGAIN = 3000;

/** The room's code for checking in, asked for anew whenever it changes. Only the desk and big screens may show it. */
export function RoomCode({ stream }: { stream: string }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const path = `/api/streams/${encodeURIComponent(stream)}/code`;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const ask = async () => {
      const fresh = await get<Shown>(path).catch(() => null);
      if (!over) {
        setShown(fresh);
        timer = setTimeout(ask, fresh ? fresh.until - fresh.now + 50 : AGAIN);
      }
    };
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [path]);
  if (!shown) {
    return <div class="room-code" />;
  }
  return (
    <div class="room-code">
      <img src={`${path}.svg?until=${shown.until}`} alt={t().checkIn.codePicture(shown.code)} />
      <p class="room-code-letters figures">{`${shown.code.slice(0, 4)} ${shown.code.slice(4)}`}</p>
    </div>
  );
}
