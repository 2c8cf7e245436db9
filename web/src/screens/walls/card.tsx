import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { Scene, ScreenRecord } from '../../records';
import { MAIN } from '../../rules/screens';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { IconButton } from '../../ui/button';
import { Card } from '../../ui/card';
import { Confirm } from '../../ui/dialog';
import { Icon, type IconName } from '../../ui/icon';
import { Stage } from '../screen/stage';
import { Address } from './address';
import { MessageChoice } from './message-choice';
import { PaperChoice } from './paper-choice';
import { Rename } from './rename';

export interface WallProps {
  stream: Stream;
  id: string;
  screen: ScreenRecord;
}

const SCENES: Record<Scene, IconName> = {
  automatic: 'sparkles',
  agenda: 'listOrdered',
  speaker: 'mic',
  vote: 'vote',
  paper: 'fileText',
  message: 'messageSquare',
  code: 'qrCode',
  seats: 'armchair',
  clock: 'clock',
};

/** One screen: its picture, its name, and what it can show. Papers and messages ask which before they change it. */
export function WallCard({ stream, id, screen, withAddress }: WallProps & { withAddress: boolean }) {
  const [choosing, setChoosing] = useState<Scene | null>(null);
  const name = wallName(id, screen);
  const choose = (scene: Scene) => {
    if (scene === 'paper' || scene === 'message') {
      return setChoosing(choosing === scene ? null : scene);
    }
    setChoosing(null);
    return put(stream, id, { ...screen, name, shows: scene });
  };
  return (
    <Card class="wall-card" label={name}>
      <Preview stream={stream} id={id} screen={screen} />
      <div class="row apart">
        <h3>{name}</h3>
        <Changes stream={stream} id={id} screen={screen} />
      </div>
      <fieldset class="scenes" aria-label={t().walls.choose(name)}>
        {(Object.keys(SCENES) as Scene[]).map(scene => (
          <button
            key={scene}
            type="button"
            class="scene"
            aria-pressed={screen.shows === scene}
            aria-expanded={scene === 'paper' || scene === 'message' ? choosing === scene : undefined}
            onClick={() => choose(scene)}
          >
            <Icon name={SCENES[scene]} />
            <span>{t().walls.scenes[scene]}</span>
          </button>
        ))}
      </fieldset>
      {choosing === 'message' && (
        <MessageChoice stream={stream} id={id} screen={screen} onDone={() => setChoosing(null)} />
      )}
      {(choosing === 'paper' || (screen.shows === 'paper' && !choosing)) && (
        <PaperChoice stream={stream} id={id} screen={screen} />
      )}
      {withAddress && <Address stream={stream} id={id} />}
    </Card>
  );
}

export function wallName(id: string, { name }: ScreenRecord): string {
  return name || (id === MAIN ? t().walls.main : t().walls.numbered(id));
}

/** Safe to repeat: it says the whole of what the screen shows. */
export function put(stream: Stream, screen: string, wanted: ScreenRecord): Promise<boolean> {
  const { shows, text, paper, page, part } = wanted;
  const name = wallName(screen, wanted);
  return act(stream.id, { type: 'screen.set', screen, name, shows, text, paper, page, part });
}

/** The very stage of the wall, small; for the ear one sentence. */
function Preview({ stream, id, screen }: WallProps) {
  const said = t().walls.preview(wallName(id, screen), t().walls.scenes[screen.shows]);
  return (
    <div class="preview" role="img" aria-label={said}>
      <div class="stage-place" aria-hidden="true" inert>
        <Stage stream={stream} screen={id} />
      </div>
    </div>
  );
}

function Changes({ stream, id, screen }: WallProps) {
  const [asking, setAsking] = useState<'name' | 'remove' | null>(null);
  const name = wallName(id, screen);
  const close = () => setAsking(null);
  return (
    <div class="row">
      <IconButton icon="pencil" label={t().walls.rename(name)} onClick={() => setAsking('name')} />
      {id !== MAIN && (
        <IconButton icon="trash2" label={t().walls.remove(name)} onClick={() => setAsking('remove')} />
      )}
      {asking === 'name' && <Rename stream={stream} id={id} screen={screen} onClose={close} />}
      {asking === 'remove' && (
        <Confirm
          question={t().walls.removeQuestion(name)}
          detail={t().walls.removeDetail}
          act={t().common.remove}
          kind="stop"
          onConfirm={() => act(stream.id, { type: 'screen.remove', screen: id })}
          onClose={close}
        />
      )}
    </div>
  );
}
