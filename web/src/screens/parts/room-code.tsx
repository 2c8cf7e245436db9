import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { get } from '../../sync/api';
import './room-code.css';

export interface ShownCode {
  code: string;
  now: number;
  until: number;
  /** Where the code is typed in by hand. */
  address: string;
}

const AGAIN = 3000;

const pathOf = (stream: string) => `/api/streams/${encodeURIComponent(stream)}/code`;

/** The room's code for checking in, asked for anew whenever it changes. Only the desk and big screens may have it. */
export function useRoomCode(stream: string): ShownCode | null {
  const [shown, setShown] = useState<ShownCode | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let over = false;
    const ask = async () => {
      const fresh = await get<ShownCode>(pathOf(stream)).catch(() => null);
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
  }, [stream]);
  return shown;
}

/** The code as a picture and as letters. */
export function RoomCode({ stream }: { stream: string }) {
  const shown = useRoomCode(stream);
  return (
    <div class="room-code">
      {shown && (
        <>
          <CodePicture stream={stream} shown={shown} />
          <p class="room-code-letters figures">{lettersOf(shown)}</p>
        </>
      )}
    </div>
  );
}

export function CodePicture({ stream, shown }: { stream: string; shown: ShownCode }) {
  return <img src={`${pathOf(stream)}.svg?until=${shown.until}`} alt={t().checkIn.codePicture(shown.code)} />;
}

/** In two groups, so that they are read out and typed without a mistake. */
export function lettersOf({ code }: ShownCode): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
