import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { BlockRecord } from '../../records';
import { agenda, type Entry } from '../../rules/agenda';
import { act } from '../../sync/cabinet';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Confirm } from '../../ui/dialog';
import { useRoom } from './state';

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
  const [asking, setAsking] = useState<string | null>(null);
  const order = agenda(stream.records.of('item').value);
  const listed = order
    .map(([id], index) => ({ id, number: index + 1 }))
    .filter(({ id }) => items.includes(id));
  const mayPull = stream.role.value === 'delegate' || stream.role.value === 'chair';
  const titleOf = (item: string) => stream.records.row('item', item)?.title ?? '';
  return (
    <Card tone="primary" label={t().positions.common}>
      <h3>{t().positions.common}</h3>
      <p class="small">{t().positions.blockHint}</p>
      <ol class="common-items">
        {listed.map(({ id, number }) => (
          <li key={id} value={number}>
            <span>{titleOf(id)}</span>
            {mayPull && (
              <Button size="small" label={t().positions.pullItem(titleOf(id))} onClick={() => setAsking(id)}>
                {t().positions.pull}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {asking && (
        <Confirm
          question={t().positions.pullQuestion(titleOf(asking))}
          detail={t().positions.pullDetail}
          act={t().positions.pull}
          onConfirm={() => act(stream.id, { type: 'block.pull', vote, item: asking })}
          onClose={() => setAsking(null)}
        />
      )}
    </Card>
  );
}
