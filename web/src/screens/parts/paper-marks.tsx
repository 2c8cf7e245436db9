import { t } from '../../i18n';
import type { PaperRecord } from '../../records';
import { time } from '../../rules/time';
import type { Stream } from '../../sync/stream';
import { Badge } from '../../ui/badge';

/** "Must be read" and "secret", in word and shape. */
export function PaperMarks({ paper }: { paper: PaperRecord }) {
  return (
    <>
      {paper.must_read && (
        <Badge icon="bookOpenText" tone="warn">
          {t().paperWork.mustRead}
        </Badge>
      )}
      {paper.secret && (
        <Badge icon="lock" tone="stop">
          {t().secrecy.secret}
        </Badge>
      )}
    </>
  );
}

/** When a paper was taken back, and why. */
export function RecallWords({ stream, paper }: { stream: Stream; paper: string }) {
  const recalled = stream.records.row('recalled', paper);
  return recalled ? (
    <p class="small">{t().paperWork.recalledAt(time(recalled.at ?? 0), recalled.reason)}</p>
  ) : null;
}
