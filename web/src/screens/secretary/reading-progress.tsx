import { t } from '../../i18n';
import type { VersionRecord } from '../../records';
import type { Stream } from '../../sync/stream';
import { Bar } from '../../ui/bar';

interface ReadingProgressProps {
  stream: Stream;
  id: string;
  version: VersionRecord;
}

/** How far the server is in reading a paper; before the first word of it, only that something is being done. */
export function ReadingProgress({ stream, id, version }: ReadingProgressProps) {
  const step = stream.reading.value[id];
  const busy = version.state === 'processing' || version.work !== '';
  if (!busy) {
    return null;
  }
  const words = t().reading;
  const label = step ? words[step.stage] : version.work ? words.recognising : '';
  if (!step?.of) {
    return (
      <>
        {label && <p class="small">{label}</p>}
        <div class="waiting-bar" />
      </>
    );
  }
  const done = Math.min(step.done + 1, step.of);
  return <Bar label={label} said={words.pagesDone(done, step.of)} value={step.done} of={step.of} />;
}
