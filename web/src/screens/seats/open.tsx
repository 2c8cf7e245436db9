import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { atDesk } from '../../rules/seat-acts';
import { seatOf } from '../../rules/seats';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Lazy } from '../lazy';

const load = () => import('./live-screen');

/** Leads to the plan where the meeting has one; says where the own seat is. */
export function SeatPlanButton({ stream }: { stream: Stream }) {
  const [open, setOpen] = useState(false);
  const { records } = stream;
  if (!records.row('seat_plan', stream.id)) {
    return null;
  }
  const own = seatOf(me.value?.user.id ?? '', records.of('seat').value, records.of('member').value);
  const desk = atDesk(stream.role.value);
  return (
    <>
      <Button size="small" kind="quiet" icon="armchair" onClick={() => setOpen(true)}>
        {desk ? t().seats.open : own ? t().seats.yoursAt(own) : t().seats.heading}
      </Button>
      {open && (
        <Dialog heading={t().seats.heading} shape="page" onClose={() => setOpen(false)}>
          {!desk && <p class="small quiet">{own ? t().seats.yoursAt(own) : t().seats.noSeat}</p>}
          <Lazy load={load} props={{ stream }} />
        </Dialog>
      )}
    </>
  );
}
