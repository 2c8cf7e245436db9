import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { CirculationRecord } from '../../records';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { type PaperAct, PaperDialog } from '../secretary/paper-dialog';
import { PaperItem } from '../secretary/paper-item';
import { Question, Rules } from './content';
import { DraftForm } from './draft-form';
import { Follow } from './follow';
import { Result } from './result';

/** The desk of one circulation: a draft that is written, or the answers that are followed. */
export function CirculationDesk({ stream }: { stream: Stream }) {
  const row = stream.records.row('circulation', stream.id);
  if (!row) {
    return null;
  }
  if (row.state === 'draft') {
    return (
      <main class="circulation-draft stack">
        <DraftForm stream={stream} row={row}>
          <DeskPapers stream={stream} />
        </DraftForm>
      </main>
    );
  }
  return (
    <main class="circulation-columns">
      <div class="stack">
        <Question stream={stream} row={row} />
        <Result stream={stream} />
        <Rules row={row} />
        {row.state === 'open' && (
          <details class="card">
            <summary>{t().circulationDesk.changePapers}</summary>
            <DeskPapers stream={stream} />
          </details>
        )}
      </div>
      <div class="circulation-side stack">{row.sent_at !== null && <Follow stream={stream} row={row} />}</div>
    </main>
  );
}

/** Papers come in as in a meeting: one place, published when it is sent; one that is added later, by hand. */
function DeskPapers({ stream }: { stream: Stream }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<PaperAct | null>(null);
  const choose = (paper: string, wanted: boolean) => {
    const next = new Set(chosen);
    next[wanted ? 'add' : 'delete'](paper);
    setChosen(next);
  };
  return (
    <>
      <PaperItem
        stream={stream}
        item={papersPlace(stream)}
        heading={t().circulations.papers}
        chosen={chosen}
        onChoose={choose}
        onOpen={setOpen}
        acts={<PublishLater stream={stream} chosen={chosen} onOpen={setOpen} />}
      />
      {open && (
        <PaperDialog
          stream={stream}
          act={open}
          onPublished={() => setChosen(new Set())}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface LaterProps {
  stream: Stream;
  chosen: ReadonlySet<string>;
  onOpen: (act: PaperAct) => void;
}

function PublishLater({ stream, chosen, onOpen }: LaterProps) {
  const state: CirculationRecord['state'] | undefined = stream.records.row('circulation', stream.id)?.state;
  if (state !== 'open' || chosen.size === 0) {
    return null;
  }
  return (
    <Button icon="share2" size="small" onClick={() => onOpen({ what: 'publish', papers: [...chosen] })}>
      {t().papers.publishChosen(chosen.size)}
    </Button>
  );
}

/** The one group of a circulation's papers, as the server names it. */
function papersPlace(stream: Stream): string {
  return [...stream.records.of('paper_group').value.keys()][0] ?? '';
}
