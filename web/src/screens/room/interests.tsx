import { t } from '../../i18n';
import type { InterestRecord } from '../../records';
import { declared } from '../../rules/interests';
import { votes as hasVote } from '../../rules/quorum';
import { Button } from '../../ui/button';
import { InterestForm } from '../parts/interest-form';
import { InterestLine, WithdrawInterest } from '../parts/interest-line';
import { useRaise, useRoom } from './state';

/** Below the agenda: what the delegate takes no part in deciding, and the way to say so. */
export function OwnInterests() {
  const { stream, user } = useRoom();
  const raise = useRaise();
  const { records } = stream;
  if (!hasVote(records.row('member', user.value))) {
    return null;
  }
  const mine = declared(records.of('interest').value, { user: user.value });
  const changeable = records.row('meeting', stream.id)?.state !== 'ended';
  if (!changeable && mine.length === 0) {
    return null;
  }
  const withdraw = (interest: InterestRecord) =>
    raise(close => <WithdrawInterest stream={stream} interest={interest} onClose={close} />);
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
              onWithdraw={changeable ? () => withdraw(interest) : undefined}
            />
          ))}
        </ul>
      )}
      {changeable && (
        <Button
          kind="quiet"
          icon="gavel"
          onClick={() => raise(close => <InterestForm stream={stream} user={user.value} onClose={close} />)}
        >
          {t().interests.declare}
        </Button>
      )}
    </section>
  );
}
