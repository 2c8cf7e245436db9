import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { declared } from '../../rules/interests';
import { votes as hasVote } from '../../rules/quorum';
import { Button } from '../../ui/button';
import { InterestForm } from '../parts/interest-form';
import { InterestLine } from '../parts/interest-line';
import { useRoom } from './state';

/** Below the agenda: what the delegate takes no part in deciding, and the way to say so. */
export function OwnInterests() {
  const { stream, user } = useRoom();
  const [open, setOpen] = useState(false);
  const { records } = stream;
  if (!hasVote(records.row('member', user.value))) {
    return null;
  }
  const mine = declared(records.of('interest').value, { user: user.value });
  const changeable = records.row('meeting', stream.id)?.state !== 'ended';
  if (!changeable && mine.length === 0) {
    return null;
  }
  return (
    <section class="rail-interests" aria-label={t().interests.heading}>
      {mine.length > 0 && <h3>{t().interests.own}</h3>}
      {mine.length > 0 && (
        <ul class="lines">
          {mine.map(([id, interest]) => (
            <InterestLine
              key={id}
              stream={stream}
              interest={interest}
              heading={records.row('item', interest.item)?.title ?? ''}
              changeable={changeable}
            />
          ))}
        </ul>
      )}
      {changeable && (
        <Button kind="quiet" icon="gavel" onClick={() => setOpen(true)}>
          {t().interests.declare}
        </Button>
      )}
      {open && <InterestForm stream={stream} user={user.value} onClose={() => setOpen(false)} />}
    </section>
  );
}
