import { t } from '../../i18n';
import { Icon } from '../../ui/icon';
import { keeper } from '../../vault';
import './kept-papers.css';

/** How many of a meeting's papers lie on this tablet, or why none can. */
export function KeptPapers({ meeting }: { meeting: string }) {
  if (!keeper) {
    return <Line icon="wifiOff">{t().vault.off}</Line>;
  }
  if (!keeper.works.value) {
    return <Line icon="circleAlert">{t().vault.broken}</Line>;
  }
  const progress = keeper.progress(meeting);
  if (!progress) {
    return null;
  }
  const { done, all, full } = progress;
  if (full && done < all) {
    return <Line icon="circleAlert">{t().vault.full(done, all)}</Line>;
  }
  return (
    <div class="kept-papers">
      <Icon name={done === all ? 'circleCheck' : 'download'} />
      <span>{t().vault.kept(done, all)}</span>
      {done < all && <progress value={done} max={all} aria-label={t().vault.kept(done, all)} />}
    </div>
  );
}

function Line({ icon, children }: { icon: 'wifiOff' | 'circleAlert'; children: string }) {
  return (
    <p class="kept-papers">
      <Icon name={icon} />
      <span>{children}</span>
    </p>
  );
}

/** The page shows what this tablet remembers, because the server does not answer. */
export function Offline({ words }: { words: string }) {
  return (
    <p class="offline-words" role="status">
      <Icon name="wifiOff" />
      <span>{words}</span>
    </p>
  );
}
