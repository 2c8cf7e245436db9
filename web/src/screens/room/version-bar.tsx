import { t } from '../../i18n';
import { go } from '../../route';
import { before } from '../../rules/versions';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { useRoom } from './state';
import './version-bar.css';

/** A quiet line over the paper: there is another version than the one being read. The page itself stays where it is. */
export function VersionBar() {
  const room = useRoom();
  const versions = room.stream.records.of('version').value;
  const paper = room.stream.records.row('paper', room.paper.value);
  const read = room.version.value;
  const current = paper?.version;
  const now = versions.get(read ?? '');
  const newest = versions.get(current ?? '');
  if (!now || !newest || !read || !current || read === current) {
    return null;
  }
  const words = t().versions;
  const open = () => room.open(now.paper, undefined, [], current);
  return (
    <div class="version-bar" role="status">
      <Icon name="history" />
      <p>
        {words.newer(newest.number)} <span class="quiet">{words.reading(now.number)}</span>
      </p>
      <div class="row">
        <Button size="small" kind="primary" onClick={open}>
          {words.open}
        </Button>
        {!paper.secret && (
          <Button size="small" onClick={() => go(changesPath(room.stream.id, current, read))}>
            {words.seeChanges}
          </Button>
        )}
      </div>
    </div>
  );
}

export function changesPath(stream: string, fresh: string, old: string): string {
  return `/changes/${stream}/${fresh}/${old}`;
}

/** On the newest version: a way to what has changed since the one before. */
export function ChangesLink() {
  const room = useRoom();
  const versions = room.stream.records.of('version').value;
  const read = room.version.value;
  const former = read ? before(versions, read) : undefined;
  const secret = room.stream.records.row('paper', room.paper.value)?.secret;
  if (!read || secret || former?.row.state !== 'ready') {
    return null;
  }
  return (
    <Button
      size="small"
      kind="quiet"
      icon="history"
      onClick={() => go(changesPath(room.stream.id, read, former.id))}
    >
      {t().versions.number(versions.get(read)?.number ?? 1)}
    </Button>
  );
}
