import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { act } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { Button, IconButton } from '../../ui/button';
import { Confirm } from '../../ui/dialog';
import type { Block } from './draft';
import { BlockEditor } from './editor';
import { AddParagraph, OwnActs } from './own';
import { Trail } from './trail';
import { WriterNow } from './writer';

interface BlockViewProps {
  stream: Stream;
  block: Block;
  locked: boolean;
  /** Behind which generated paragraphs one of the secretary's own stands when it goes up or down. */
  up?: string;
  down?: string;
}

/** One piece of the minutes with its margin: what it rests on, and whether the secretary's words stand in it. */
export function BlockView({ stream, block, locked, up, down }: BlockViewProps) {
  const [editing, setEditing] = useState(false);
  const mine = stream.role.value === 'secretary' && !locked;
  const editable = mine && block.kind !== 'votes';
  const edit = () => setEditing(true);
  return (
    <section class={`sheet-block${block.edited ? ' edited' : ''}`}>
      <div class="sheet-block-text">
        {editing ? (
          <BlockEditor stream={stream} block={block} onClose={() => setEditing(false)} />
        ) : (
          <Words block={block} onEdit={editable ? edit : undefined} />
        )}
      </div>
      <div class="sheet-margin">
        {editable && !editing && <IconButton icon="pencil" label={t().minutes.edit} onClick={edit} />}
        {mine && !editing && !block.own && <AddParagraph stream={stream} after={block.id} />}
        {mine && block.own && <OwnActs stream={stream} block={block} up={up} down={down} />}
        <WriterNow stream={stream} block={block} />
        {block.outdated && (
          <Badge icon="triangleAlert" tone="warn">
            {t().minutesWork.outdated}
          </Badge>
        )}
        {block.edited && <Edited stream={stream} block={block} locked={locked} />}
        <Trail events={block.events} />
      </div>
    </section>
  );
}

/** A tap on the words begins to edit them; the pencil in the margin does the same for the keyboard. */
function Words({ block, onEdit }: { block: Block; onEdit: (() => void) | undefined }) {
  if (block.kind === 'votes') {
    return <Votes block={block} />;
  }
  const Shape = block.kind === 'heading' ? 'h3' : 'p';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pencil button beside it does the same
    <div class={onEdit ? 'sheet-editable' : undefined} onClick={onEdit}>
      {(block.text || t().minutes.empty).split('\n').map((line, index) => (
        <Shape key={index} class={block.kind === 'heading' ? 'sheet-heading' : 'sheet-line'}>
          {line}
        </Shape>
      ))}
    </div>
  );
}

function Votes({ block }: { block: Block }) {
  return (
    <>
      <p class="sheet-line">{block.text}</p>
      <table class="sheet-table votes">
        <thead>
          <tr>
            {block.head.map(name => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(row => (
            <tr key={row[0]}>
              {row.map((cell, index) => (
                <td key={index} class={index ? 'centre' : ''}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Edited({ stream, block, locked }: BlockViewProps) {
  const [asking, setAsking] = useState(false);
  const mayRestore = stream.role.value === 'secretary' && !locked;
  return (
    <>
      <Badge icon="pencil" tone="warn">
        {t().minutes.edited}
      </Badge>
      {mayRestore && (
        <Button size="small" kind="quiet" icon="rotateCcw" onClick={() => setAsking(true)}>
          {t().minutes.restore}
        </Button>
      )}
      {asking && (
        <Confirm
          question={t().minutes.restoreQuestion}
          detail={t().minutes.generated(block.generated)}
          act={t().minutes.restore}
          onConfirm={() => act(stream.id, { type: 'minutes.restore', block: block.id })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
