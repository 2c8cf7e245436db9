import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { InterestRecord } from '../../records';
import { declared } from '../../rules/interests';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Empty } from '../../ui/waiting';
import { InterestForm } from '../parts/interest-form';
import { InterestLine, WithdrawInterest } from '../parts/interest-line';
import { placeOfItem } from './floor';

/** Everybody's declarations, as the desk sees them and enters them for others. */
export function Interests({ stream }: { stream: Stream }) {
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState<InterestRecord | null>(null);
  const { records } = stream;
  const all = declared(records.of('interest').value, {});
  const changeable = records.row('meeting', stream.id)?.state !== 'ended';
  return (
    <Card label={t().interests.heading}>
      <div class="row apart">
        <h3>{t().interests.heading}</h3>
        {changeable && (
          <Button icon="plus" onClick={() => setOpen(true)}>
            {t().interests.declare}
          </Button>
        )}
      </div>
      {all.length === 0 && <Empty icon="users">{t().interests.none}</Empty>}
      <ul class="lines">
        {all.map(([id, interest]) => {
          const name = records.row('member', interest.user)?.name ?? '';
          const item = t().ballots.ofItem(placeOfItem(stream, interest.item));
          return (
            <InterestLine
              key={id}
              stream={stream}
              interest={interest}
              heading={`${name} · ${item}`}
              onWithdraw={changeable ? () => setAsking(interest) : undefined}
            />
          );
        })}
      </ul>
      {open && <InterestForm stream={stream} onClose={() => setOpen(false)} />}
      {asking && <WithdrawInterest stream={stream} interest={asking} onClose={() => setAsking(null)} />}
    </Card>
  );
}
