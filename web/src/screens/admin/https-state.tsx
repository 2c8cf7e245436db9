import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { get } from '../../sync/api';
import { Icon } from '../../ui/icon';

interface HttpsState {
  secure: boolean;
  /** Of the certificate that this server shows itself; null where a proxy in front of it has one, or nobody. */
  days_left: number | null;
  warn_days: number;
}

/** Says to administrators what must be done about https; nothing when all is well. */
export function HttpsStateLine() {
  const [state, setState] = useState<HttpsState | null>(null);
  useEffect(() => {
    get<HttpsState>('/api/https').then(setState, () => {});
  }, []);
  const said = state && words(state);
  return said ? (
    <p class="notice-line" role="status">
      <Icon name="circleAlert" /> {said}
    </p>
  ) : null;
}

function words({ secure, days_left, warn_days }: HttpsState): string | null {
  if (days_left !== null && days_left < 0) {
    return t().vault.certificateEnded;
  }
  if (days_left !== null && days_left <= warn_days) {
    return t().vault.certificateEnds(days_left);
  }
  return secure ? null : t().vault.noHttps;
}
