import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { preparedFirst } from '../../rules/chair';
import { missingFor, type Presence } from '../../rules/quorum';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Bar } from '../../ui/bar';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { requestsOf, SubstituteRequests } from '../parts/substitutes';
import { presenceOf } from './floor';

const ICONS = { good: 'circleCheck', warn: 'triangleAlert', stop: 'circleX' } as const;

/** Word, shape, colour and bar: are there enough people to decide? The tick marks the quorum. Nobody asks afterwards. */
export function QuorumMeter({ stream }: { stream: Stream }) {
  return stream.records.row('meeting', stream.id)?.state === 'ended' ? null : <Meter stream={stream} />;
}

function Meter({ stream }: { stream: Stream }) {
  const [numerator, denominator] = stream.records.row('meeting', stream.id)?.quorum ?? [2, 3];
  const found = presenceOf(stream);
  const word = found.quorate
    ? found.present === found.needed
      ? t().checkIn.narrow
      : t().quorumMeter.reached
    : found.all
      ? t().quorumMeter.missing(found.needed - found.present)
      : t().quorumMeter.nobody;
  const tone = found.quorate ? (found.present === found.needed ? 'warn' : 'good') : 'stop';
  return (
    <section class="meter" aria-label={t().quorumMeter.label}>
      <div class="meter-word">
        <span role="status">
          <Badge icon={ICONS[tone]} tone={tone}>
            {word}
          </Badge>
        </span>
        <Waiting stream={stream} />
        <Short stream={stream} present={found} />
      </div>
      <div class="meter-bar">
        <Bar
          label={t().quorumMeter.delegates(found.present, found.all)}
          said={found.guests ? t().quorumMeter.guests(found.guestsPresent, found.guests) : ''}
          value={found.present}
          of={found.all}
          tone={tone}
          mark={numerator / denominator}
        />
      </div>
    </section>
  );
}

/** Before the tap: a vote prepared for this item that could not be opened now. */
function Short({ stream, present }: { stream: Stream; present: Presence }) {
  const { records } = stream;
  const item = records.row('meeting', stream.id)?.item;
  const [id, vote] = preparedFirst(records.of('vote').value, item ?? null) ?? [];
  const missing = vote && !records.row('vote_list', id) ? missingFor(vote.rule, present) : 0;
  if (!item || !vote || missing === 0) {
    return null;
  }
  return (
    <p class="meter-short small" role="status">
      <Icon name="triangleAlert" size={18} /> {t().checkIn.cannotOpen(vote.question, missing)}
    </p>
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
