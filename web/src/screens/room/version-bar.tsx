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
  const now = versions.get(read ?? '');
  if (!now || !read || !paper) {
    return null;
  }
  const open = () => room.open(now.paper, undefined, [], paper.version);
  return <NewerVersion read={read} newest={paper.version} onOpen={open} />;
}

interface NewerVersionProps {
  read: string;
  newest: string;
  onOpen: () => void;
}

/** Nothing while the version in use is the one being read. The secretary also reads one that is not in use yet. */
export function NewerVersion({ read, newest: current, onOpen }: NewerVersionProps) {
  const { stream } = useRoom();
  const versions = stream.records.of('version').value;
  const [now, newest] = [versions.get(read), versions.get(current)];
  if (!now || !newest || read === current) {
    return null;
  }
  const words = t().versions;
  const secret = stream.records.row('paper', now.paper)?.secret;
  const early = newest.number < now.number;
  return (
    <div class="version-bar" role="status">
      <Icon name="history" />
      <p>
        {early ? words.waiting(now.number) : words.newer(newest.number)}{' '}
        {!early && <span class="quiet">{words.reading(now.number)}</span>}
      </p>
      <div class="row">
        <Button size="small" kind="primary" onClick={onOpen}>
          {early ? words.toUsed : words.open}
        </Button>
        {!secret && (
          <Button
            size="small"
            onClick={() =>
              go(early ? changesPath(stream.id, read, current) : changesPath(stream.id, current, read))
            }
          >
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

/** A way to what has changed since the version before; `short` where there is little room. */
export function ChangesLink({ short = false }: { short?: boolean }) {
  const room = useRoom();
  const versions = room.stream.records.of('version').value;
  const read = room.version.value;
  const former = read ? before(versions, read) : undefined;
  const secret = room.stream.records.row('paper', room.paper.value)?.secret;
  if (!read || secret || former?.row.state !== 'ready') {
    return null;
  }
  const whole = t().versions.changesIn(versions.get(read)?.number ?? 1);
  return (
    <Button
      size="small"
      kind="quiet"
      icon="history"
      {...(short && { label: whole })}
      onClick={() => go(changesPath(room.stream.id, read, former.id))}
    >
      {short ? t().versions.seeChanges : whole}
    </Button>
  );
}
