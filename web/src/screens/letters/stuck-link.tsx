import { useEffect } from 'preact/hooks';
import { t } from '../../i18n';
import { me } from '../../sync/session';
import { Icon } from '../../ui/icon';
import { loadStuck, stuckLetters } from './stuck-list';
import './letters.css';

/** One line that leads to the letters that did not arrive; nothing where there are none. */
export function StuckLink() {
  useEffect(() => {
    loadStuck().catch(() => undefined); // a word about letters that cannot be had keeps nobody from his page
  }, []);
  const count = me.value?.office.mail ? (stuckLetters.value?.length ?? 0) : 0; // without mail none can arrive
  return count === 0 ? null : (
    <a class="stuck-link" href="#/letters">
      <Icon name="triangleAlert" /> {t().stuckLetters.open(count)}
    </a>
  );
}
