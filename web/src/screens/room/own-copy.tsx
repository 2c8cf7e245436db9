import { t } from '../../i18n';
import type { Progress } from '../../paper/download';
import { megabytes } from '../../paper/words';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useRoom } from './state';
import './ink-card.css';

/** The paper with one's own marks and those shared with one, as a PDF to take away. */
export function OwnCopy({ version, title }: { version: string; title: string }) {
  const { copies } = useRoom();
  const state = copies.states.value.get(version);
  const words = t().ownCopy;
  const get = () => void copies.fetch(version, title);
  if (!state) {
    return (
      <Button size="small" icon="download" onClick={get}>
        {words.get}
      </Button>
    );
  }
  if ('why' in state) {
    return (
      <div class="own-copy" role="status">
        <span class="own-copy-why small">
          <Icon name="circleAlert" size={20} /> <span>{state.why}</span>
        </span>
        <Button size="small" icon="download" onClick={get}>
          {t().common.retry}
        </Button>
      </div>
    );
  }
  return <Making progress={state} onStop={() => copies.stop(version)} />;
}

function Making({ progress: { loaded, total }, onStop }: { progress: Progress; onStop: () => void }) {
  const words = t().ownCopy;
  const said = loaded === 0 ? words.making : words.loaded(megabytes(loaded), total ? megabytes(total) : '');
  return (
    <div class="own-copy">
      <span class="small figures">{said}</span>
      <span class="visually-hidden" role="status">
        {words.making}
      </span>
      <progress aria-label={words.get} max={total ?? 1} value={loaded && total ? loaded : undefined} />
      <Button size="small" onClick={onStop}>
        {words.stop}
      </Button>
    </div>
  );
}
