import { t } from '../../i18n';
import type { Delivery } from '../../rules/notes';
import { outbox } from '../../sync/cabinet';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';

/** Whether a note or comment has reached the server, and what can be done when it was refused. */
export function DeliveryState({ delivery }: { delivery: Delivery }) {
  if (delivery.state === 'sent') {
    return null;
  }
  if (delivery.state === 'waiting') {
    return (
      <Badge icon="clock" tone="warn">
        {t().link.waitingOne}
      </Badge>
    );
  }
  return (
    <div class="stack">
      <Badge icon="circleAlert" tone="stop">
        {t().link.refused(delivery.why)}
      </Badge>
      <div class="row">
        <Button size="small" onClick={() => outbox.retry(delivery.key)}>
          {t().common.retry}
        </Button>
        <Button size="small" onClick={() => outbox.discard(delivery.key)}>
          {t().link.discard}
        </Button>
      </div>
    </div>
  );
}
