import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { Blanks } from '../route';
import { sentence } from '../sync/api';
import { send } from '../sync/cabinet';
import { Icon } from '../ui/icon';
import { Empty, Loading } from '../ui/waiting';

/** Where the room's code leads: whoever is signed in is checked in, and goes on into the room. */
export default function CheckInByCode({ meeting, code }: Blanks) {
  const [fault, setFault] = useState<string | null>(null);
  const check = async () => {
    try {
      await send(meeting!, { type: 'attendance.check-in', code: code! });
      setFault('');
      location.replace(`#/meeting/${meeting}`);
    } catch (error) {
      setFault(sentence(error));
    }
  };
  useEffect(() => {
    void check();
  }, [meeting, code]);
  return (
    <main class="page narrow">
      <h1>{t().attendance.checkIn}</h1>
      {fault === null && <Loading word={t().checkIn.acting} />}
      {fault === '' && (
        <p role="status">
          <Icon name="circleCheck" /> {t().checkIn.done}
        </p>
      )}
      {fault && <Empty icon="circleAlert">{fault}</Empty>}
      <a class="button wide" href={`#/meeting/${meeting}`}>
        {t().checkIn.toRoom}
      </a>
    </main>
  );
}
