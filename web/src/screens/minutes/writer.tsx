import { t } from '../../i18n';
import { tickingNow } from '../../sync/clock';
import { me } from '../../sync/session';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';
import { ownId } from './autosave';
import type { Block } from './draft';

/** So long after the last saved letter somebody counts as writing; milliseconds. */
const WRITING = 15_000;

/** The other secretary who is writing in this paragraph just now. */
export function WriterNow({ stream, block }: { stream: Stream; block: Block }) {
  const { records } = stream;
  const row = block.own
    ? records.row('minutes_paragraph', ownId(block.id))
    : records.row('minutes_edit', block.id);
  if (!row || row.author === me.value?.user.id || tickingNow() - row.at > WRITING) {
    return null;
  }
  const name = records.row('member', row.author)?.name ?? t().common.formerMember;
  return (
    <Badge icon="pencil" tone="warn">
      {t().minutesWork.writing(name)}
    </Badge>
  );
}
