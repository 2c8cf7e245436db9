import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import { agenda } from '../../rules/agenda';
import { allOf, readyOf, summaryOf } from '../../rules/packet';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Empty } from '../../ui/waiting';
import { ReadingButton } from '../parts/reading-table';
import { ManyFiles } from './many-files';
import { MissingPapers } from './missing-papers';
import { type PaperAct, PaperDialog } from './paper-dialog';
import { PaperGroups } from './paper-groups';
import { PaperItem } from './paper-item';
import { PaperRequests } from './paper-requests';
import '../../styles/cited.css';

/** The packet, item by item: uploaded, prepared, published, recalled. */
export function Papers({ stream }: { stream: Stream }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<PaperAct | null>(null);
  const items = agenda(stream.records.of('item').value);
  const choose = (paper: string, wanted: boolean) => {
    const next = new Set(chosen);
    next[wanted ? 'add' : 'delete'](paper);
    setChosen(next);
  };
  if (items.length === 0) {
    return <Empty icon="fileUp">{t().papers.noItems}</Empty>;
  }
  return (
    <div class="desk-wide stack">
      <div class="row apart">
        <h2>{t().papers.heading}</h2>
        <ReadingButton stream={stream} />
      </div>
      <PublishBar stream={stream} chosen={chosen} onOpen={setOpen} />
      {stream.records.row('meeting', stream.id)?.state !== 'ended' && <ManyFiles stream={stream} />}
      <PaperRequests stream={stream} />
      <MissingPapers stream={stream} />
      {items.map(([id, item], index) => (
        <PaperItem
          key={id}
          stream={stream}
          item={id}
          heading={`${index + 1}. ${item.title}`}
          chosen={chosen}
          onChoose={choose}
          onOpen={setOpen}
        />
      ))}
      <PaperGroups stream={stream} chosen={chosen} onChoose={choose} onOpen={setOpen} />
      {open && (
        <PaperDialog
          stream={stream}
          act={open}
          onPublished={() => setChosen(new Set())}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

interface PublishBarProps {
  stream: Stream;
  chosen: ReadonlySet<string>;
  onOpen: (act: PaperAct) => void;
}

function PublishBar({ stream, chosen, onOpen }: PublishBarProps) {
  const packet = allOf(stream.records.of('paper').value, stream.records.of('version').value);
  const drafts = readyOf(packet, false);
  const marked = readyOf(packet, true).filter(id => chosen.has(id));
  const { ready, published, processing, failed } = summaryOf(packet);
  return (
    <div class="publish-bar">
      <p class="small figures" role="status">
        {t().papers.bar(ready, published, processing)}
        {failed > 0 && <span class="form-error"> · {t().papers.unreadable(failed)}</span>}
      </p>
      <div class="row">
        {marked.length > 0 && (
          <Button icon="share2" onClick={() => onOpen({ what: 'publish', papers: marked })}>
            {t().papers.publishChosen(marked.length)}
          </Button>
        )}
        {drafts.length > 0 && (
          <Button kind="primary" icon="share2" onClick={() => onOpen({ what: 'publish', papers: drafts })}>
            {t().papers.publishAll(drafts.length)}
          </Button>
        )}
      </div>
    </div>
  );
}
