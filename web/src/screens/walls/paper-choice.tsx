import { t } from '../../i18n';
import type { ScreenRecord } from '../../records';
import { IconButton } from '../../ui/button';
import { Choice } from '../../ui/field';
import { put, type WallProps, wallName } from './card';

const FOLLOW = 'presented';
const NONE = '';
const PARTS = ['whole', 'top', 'middle', 'bottom'] as const;

/** Which paper, page and part; every choice shows at once, so that turning pages is one tap each. */
export function PaperChoice({ stream, id, screen }: WallProps) {
  const { records } = stream;
  const published = [...records.of('paper').value]
    .filter(([, paper]) => paper.state === 'published')
    .sort(([, one], [, other]) => one.position - other.position);
  const show = (change: Partial<ScreenRecord>) =>
    put(stream, id, { ...screen, name: wallName(id, screen), shows: 'paper', ...change });
  const chosen = screen.shows !== 'paper' ? NONE : (screen.paper ?? FOLLOW);
  const choices: [string, string][] = [
    [FOLLOW, t().walls.presented],
    ...published.map(([paper, { title }]): [string, string] => [paper, title]),
  ];
  return (
    <div class="stack">
      <Choice
        label={t().walls.paper}
        value={chosen}
        choices={chosen === NONE ? [[NONE, '…'], ...choices] : choices}
        onValue={paper => paper && show({ paper: paper === FOLLOW ? null : paper, page: 1 })}
        hint={published.length ? '' : t().walls.noPapers}
      />
      {screen.shows === 'paper' && (
        <div class="row apart">
          {screen.paper && <Turner stream={stream} screen={screen} onTurn={page => show({ page })} />}
          <Parts screen={screen} onChoose={part => show({ part })} />
        </div>
      )}
    </div>
  );
}

interface TurnerProps extends Pick<WallProps, 'stream' | 'screen'> {
  onTurn: (page: number) => unknown;
}

function Turner({ stream, screen, onTurn }: TurnerProps) {
  const version = stream.records.row('paper', screen.paper)?.version;
  const pages = stream.records.row('version', version)?.pages ?? 1;
  const { page } = screen;
  return (
    <div class="row">
      <IconButton
        icon="chevronLeft"
        label={t().walls.before}
        disabled={page <= 1}
        onClick={() => onTurn(page - 1)}
      />
      <span class="figures" role="status">
        {t().walls.page(Math.min(page, pages), pages)}
      </span>
      <IconButton
        icon="chevronRight"
        label={t().walls.after}
        disabled={page >= pages}
        onClick={() => onTurn(page + 1)}
      />
    </div>
  );
}

interface PartsProps {
  screen: ScreenRecord;
  onChoose: (part: ScreenRecord['part']) => unknown;
}

function Parts({ screen, onChoose }: PartsProps) {
  return (
    <fieldset class="scenes parts" aria-label={t().walls.part}>
      {PARTS.map(part => (
        <button
          key={part}
          type="button"
          class="scene"
          aria-pressed={screen.part === part}
          onClick={() => onChoose(part)}
        >
          {t().walls.parts[part]}
        </button>
      ))}
    </fieldset>
  );
}
