import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { newId } from '../../sync/ids';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { IconButton } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import { ownId } from './autosave';
import type { Block } from './draft';
import { doing } from './undo';

/** A new paragraph behind this one; it opens for writing at once. */
export function AddParagraph({ stream, after }: { stream: Stream; after: string }) {
  const add = () => {
    const paragraph = newId();
    const text = t().minutesWork.newText;
    return doing(
      stream.id,
      { type: 'minutes.add', paragraph, after, text },
      { is: 'added', paragraph, text },
    );
  };
  return <IconButton icon="plus" label={t().minutesWork.add} onClick={() => void add()} />;
}

interface OwnProps {
  stream: Stream;
  block: Block;
  /** The generated paragraphs around it: behind which it stands when it goes up or down. */
  up: string | undefined;
  down: string | undefined;
}

/** What can be done with a paragraph of one's own: move it past its neighbours, or take it away. */
export function OwnActs({ stream, block, up, down }: OwnProps) {
  const [asking, setAsking] = useState(false);
  const words = t().minutesWork;
  const paragraph = ownId(block.id);
  const from = stream.records.row('minutes_paragraph', paragraph)?.after ?? '';
  const move = (after: string) =>
    void doing(
      stream.id,
      { type: 'minutes.move', paragraph, after },
      { is: 'moved', paragraph, from, to: after },
    );
  const remove = () =>
    doing(
      stream.id,
      { type: 'minutes.remove', paragraph },
      { is: 'removed', paragraph, from, text: block.text },
    );
  return (
    <>
      <Badge icon="pencil">{words.own}</Badge>
      {up && <IconButton icon="arrowUp" label={words.up} onClick={() => move(up)} />}
      {down && <IconButton icon="arrowDown" label={words.down} onClick={() => move(down)} />}
      <IconButton icon="trash2" label={words.remove} onClick={() => setAsking(true)} />
      {asking && (
        <Confirm
          question={words.removeQuestion}
          detail={block.text}
          act={t().common.remove}
          kind="stop"
          onConfirm={remove}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
