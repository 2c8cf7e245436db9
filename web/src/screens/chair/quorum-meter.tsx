import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Bar } from '../../ui/bar';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { requestsOf, SubstituteRequests } from '../parts/substitutes';
import { presenceOf } from './floor';

/** Word, shape, colour and bar: are there enough people to decide? The tick marks the quorum. */
export function QuorumMeter({ stream }: { stream: Stream }) {
  const [numerator, denominator] = stream.records.row('meeting', stream.id)?.quorum ?? [2, 3];
  const found = presenceOf(stream);
  const word = found.quorate
    ? t().quorumMeter.reached
    : found.all
      ? t().quorumMeter.missing(found.needed - found.present)
      : t().quorumMeter.nobody;
  return (
    <section class="meter" aria-label={t().quorumMeter.label}>
      <div class="meter-word">
        <span role="status">
          <Badge icon={found.quorate ? 'circleCheck' : 'circleX'} tone={found.quorate ? 'good' : 'stop'}>
            {word}
          </Badge>
        </span>
        <Waiting stream={stream} />
      </div>
      <div class="meter-bar">
        <Bar
          label={t().quorumMeter.delegates(found.present, found.all)}
          said={found.guests ? t().quorumMeter.guests(found.guestsPresent, found.guests) : ''}
          value={found.present}
          of={found.all}
          tone={found.quorate ? 'good' : 'stop'}
          mark={numerator / denominator}
        />
      </div>
    </section>
  );
}

/** Substitutes wait for the chair: one tap shows them, the next decides. */
function Waiting({ stream }: { stream: Stream }) {
  const [open, setOpen] = useState(false);
  const count = requestsOf(stream).length;
  const close = () => setOpen(false);
  if (stream.role.value !== 'chair' || (count === 0 && !open)) {
    return null;
  }
  return (
    <>
      <Button size="small" icon="users" onClick={() => setOpen(true)}>
        {t().invitations.requests(count)}
      </Button>
      {open && (
        <Dialog heading={t().invitations.requests(count)} onClose={close}>
          {count ? (
            <SubstituteRequests stream={stream} headed={false} />
          ) : (
            <p>{t().invitations.noRequests}</p>
          )}
        </Dialog>
      )}
    </>
  );
}
