import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { moment } from '../../rules/time';
import { takeOver, updateWaiting } from '../../shell';
import { connection, outbox } from '../../sync/cabinet';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import './connection.css';

/** The word in the title bar. */
export function ConnectionWord() {
  if (connection.value === 'up') {
    return (
      <Badge icon="wifi" tone="good">
        {t().link.up}
      </Badge>
    );
  }
  return (
    <Badge icon="wifiOff" tone="warn">
      {connection.value === 'lost' ? t().link.lostShort : t().link.connecting}
    </Badge>
  );
}

const UNDISTURBED = 1000;

/** The thin bar below the title: a lost connection (after a second), and what has not been sent. */
export function ConnectionBar({ keptAt }: { keptAt: number | null }) {
  const lost = connection.value === 'lost';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(lost), lost ? UNDISTURBED : 0);
    return () => clearTimeout(timer);
  }, [lost]);
  const unsent = outbox.unsent.value;
  return (
    <div class="connection-place" role="status">
      {((lost && shown) || keptAt !== null) && (
        <p class="connection-bar">
          <Icon name="wifiOff" />
          <span>{keptAt === null ? t().link.lost : t().vault.offline(moment(keptAt))}</span>
          {unsent > 0 && <strong>{t().link.waiting(unsent)}</strong>}
        </p>
      )}
      <UpdateOffer />
    </div>
  );
}

function UpdateOffer() {
  if (!updateWaiting.value) {
    return null;
  }
  return (
    <p class="connection-bar calm">
      <span>{t().common.updateReady}</span>
      <Button size="small" onClick={takeOver}>
        {t().common.updateNow}
      </Button>
    </p>
  );
}
