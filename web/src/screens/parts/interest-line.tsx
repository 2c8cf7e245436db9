import { t } from '../../i18n';
import type { InterestRecord } from '../../records';
import { declared } from '../../rules/interests';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { useClosing } from '../../ui/closing';
import { Confirm } from '../../ui/dialog';

interface InterestProps {
  stream: Stream;
  interest: InterestRecord;
}

export interface InterestLineProps extends InterestProps {
  heading: string;
  /** Asks whether to take it back; absent when nothing can be changed any more. */
  onWithdraw: (() => void) | undefined;
}

/** One declaration with its reason, and the way to take it back. */
export function InterestLine({ stream, interest, heading, onWithdraw }: InterestLineProps) {
  const words = t().interests;
  const name = stream.records.row('member', interest.user)?.name ?? '';
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">{heading}</p>
        <p class="small quiet">{words.because(interest.reason)}</p>
      </div>
      {onWithdraw && (
        <Button size="small" kind="quiet" label={words.withdrawOf(name)} onClick={onWithdraw}>
          {words.withdraw}
        </Button>
      )}
    </li>
  );
}

/** Stands as long as the declaration does and can be taken back. */
export function WithdrawInterest({ stream, interest, onClose }: InterestProps & { onClose: () => void }) {
  const words = t().interests;
  const { item, user } = interest;
  const stands = declared(stream.records.of('interest').value, { item, user }).length > 0;
  useClosing(!stands || stream.records.row('meeting', stream.id)?.state === 'ended', onClose);
  return (
    <Confirm
      question={words.withdrawAsk(stream.records.row('item', item)?.title ?? '')}
      detail={words.withdrawDetail}
      act={words.withdraw}
      onConfirm={() => act(stream.id, { type: 'interest.withdraw', item, user })}
      onClose={onClose}
    />
  );
}
