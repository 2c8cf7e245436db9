import { t } from '../../i18n';
import type { BlockRecord } from '../../records';
import { agenda, type Entry } from '../../rules/agenda';
import { act } from '../../sync/cabinet';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { useClosing } from '../../ui/closing';
import { Confirm } from '../../ui/dialog';
import { useRaise, useRoom } from './state';

/** Before a common vote opens: its items, each of which any delegate takes out with a tap. */
export function BlockCards() {
  const blocks = [...useRoom().stream.records.of('block').value];
  return (
    <>
      {blocks.map(block => (
        <BlockCard key={block[0]} block={block} />
      ))}
    </>
  );
}

function BlockCard({ block: [vote, { items }] }: { block: Entry<BlockRecord> }) {
  const { stream } = useRoom();
  const raise = useRaise();
  const order = agenda(stream.records.of('item').value);
  const listed = order
    .map(([id], index) => ({ id, number: index + 1 }))
    .filter(({ id }) => items.includes(id));
  const mayPull = stream.role.value === 'delegate' || stream.role.value === 'chair';
  const titleOf = (item: string) => stream.records.row('item', item)?.title ?? '';
  const ask = (item: string) => raise(close => <AskPull vote={vote} item={item} onClose={close} />);
  return (
    <Card tone="primary" label={t().positions.common}>
      <h3>{t().positions.common}</h3>
      <p class="small">{t().positions.blockHint}</p>
      <ol class="common-items">
        {listed.map(({ id, number }) => (
          <li key={id} value={number}>
            <span>{titleOf(id)}</span>
            {mayPull && (
              <Button size="small" label={t().positions.pullItem(titleOf(id))} onClick={() => ask(id)}>
                {t().positions.pull}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface AskProps {
  vote: string;
  item: string;
  onClose: () => void;
}

/** Stands as long as the item can be taken out. */
function AskPull({ vote, item, onClose }: AskProps) {
  const { id, records } = useRoom().stream;
  useClosing(!records.row('block', vote)?.items.includes(item), onClose);
  return (
    <Confirm
      question={t().positions.pullQuestion(records.row('item', item)?.title ?? '')}
      detail={t().positions.pullDetail}
      act={t().positions.pull}
      onConfirm={() => act(id, { type: 'block.pull', vote, item })}
      onClose={onClose}
    />
  );
}
