import { t } from '../../i18n';
import type { Progress } from '../../rules/reading';
import { Bar } from '../../ui/bar';

/** How far the reader has come with the packet, for the reader's own eyes. */
export function Preparedness({ progress }: { progress: Progress }) {
  const { seen, pages } = progress;
  if (pages === 0) {
    return null;
  }
  const done = seen >= pages;
  return (
    <Bar
      label={t().readPages.own}
      said={t().readPages.pages(seen, pages)}
      value={seen}
      of={pages}
      tone={done ? 'good' : 'primary'}
    />
  );
}
