import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { InterestRecord } from '../../records';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Confirm } from '../../ui/dialog';

export interface InterestLineProps {
  stream: Stream;
  interest: InterestRecord;
  heading: string;
  changeable: boolean;
}

/** One declaration with its reason, and the way to take it back. */
export function InterestLine({ stream, interest, heading, changeable }: InterestLineProps) {
  const [asking, setAsking] = useState(false);
  const words = t().interests;
  const item = stream.records.row('item', interest.item)?.title ?? '';
  const name = stream.records.row('member', interest.user)?.name ?? '';
  const withdraw = () =>
    act(stream.id, { type: 'interest.withdraw', item: interest.item, user: interest.user });
  return (
    <li class="line">
      <div class="line-words">
        <p class="line-title">{heading}</p>
        <p class="small quiet">{words.because(interest.reason)}</p>
      </div>
      {changeable && (
        <Button size="small" kind="quiet" label={words.withdrawOf(name)} onClick={() => setAsking(true)}>
          {words.withdraw}
        </Button>
      )}
      {asking && (
        <Confirm
          question={words.withdrawAsk(item)}
          detail={words.withdrawDetail}
          act={words.withdraw}
          onConfirm={withdraw}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}
