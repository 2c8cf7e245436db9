import { t } from '../../i18n';
import type { PacketLine, PaperStanding } from '../../rules/packet';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Button, IconButton } from '../../ui/button';
import { mayReadAgain } from '../parts/remarks';
import { openInRoom } from '../room/asked';
import type { PaperAct } from './paper-dialog';
import { NewVersion } from './paper-version';

export interface PaperActsProps {
  stream: Stream;
  line: PacketLine;
  standing: PaperStanding;
  /** From 0, among the papers of its place. */
  place: number;
  last: boolean;
  onOpen: (act: PaperAct) => void;
}

/** What can be done with one paper. */
export function PaperActs(props: PaperActsProps) {
  const { stream, line, standing, onOpen } = props;
  const { id, paper } = line;
  const named = (word: string) => `${word}: ${paper.title}`;
  const words = t().papers;
  const require = () => act(stream.id, { type: 'paper.must-read', paper: id, must_read: !paper.must_read });
  return (
    <div class="line-acts">
      <Order {...props} />
      {line.version?.state === 'ready' && paper.state !== 'recalled' && (
        <Button
          size="small"
          kind="quiet"
          icon="eye"
          label={named(t().requests.read)}
          onClick={() => openInRoom(stream.id, id, paper.version)}
        >
          {t().requests.read}
        </Button>
      )}
      {line.version && mayReadAgain(line.version) && (
        <Button
          size="small"
          kind="quiet"
          icon="refreshCw"
          label={named(t().reading.again)}
          onClick={() => act(stream.id, { type: 'paper.read-again', paper: id })}
        >
          {t().reading.again}
        </Button>
      )}
      <Button
        size="small"
        kind="quiet"
        icon="bookOpenText"
        pressed={paper.must_read}
        label={t().paperWork.setMustRead(paper.title)}
        onClick={require}
      >
        {t().paperWork.mustRead}
      </Button>
      <Button
        size="small"
        kind="quiet"
        icon="lock"
        pressed={paper.secret}
        label={t().secrecy.set(paper.title)}
        onClick={() => onOpen({ what: 'readers', paper: id })}
      >
        {t().secrecy.secret}
      </Button>
      <Button
        size="small"
        kind="quiet"
        icon="pencil"
        label={named(t().paperWork.edit)}
        onClick={() => onOpen({ what: 'edit', paper: id, title: paper.title, place: paper.item })}
      >
        {t().paperWork.edit}
      </Button>
      {standing !== 'processing' && <NewVersion stream={stream} id={id} paper={paper} />}
      {standing === 'published' && (
        <Button
          size="small"
          kind="quiet"
          icon="rotateCcw"
          label={named(words.recall)}
          onClick={() => onOpen({ what: 'recall', paper: id, title: paper.title })}
        >
          {words.recall}
        </Button>
      )}
      {paper.state === 'draft' && (
        <Button
          size="small"
          kind="quiet"
          icon="trash2"
          label={named(words.remove)}
          onClick={() => onOpen({ what: 'remove', paper: id, title: paper.title })}
        >
          {words.remove}
        </Button>
      )}
    </div>
  );
}

function Order({ stream, line: { id, paper }, place, last }: PaperActsProps) {
  const move = (position: number) =>
    act(stream.id, { type: 'paper.move', paper: id, item: paper.item, position });
  return (
    <>
      <IconButton
        icon="arrowUp"
        label={t().paperWork.up(paper.title)}
        disabled={place === 0}
        onClick={() => move(place - 1)}
      />
      <IconButton
        icon="arrowDown"
        label={t().paperWork.down(paper.title)}
        disabled={last}
        onClick={() => move(place + 1)}
      />
    </>
  );
}
