import { useState } from 'preact/hooks';
import { t } from '../../i18n';
import type { PaperRecord } from '../../records';
import { type Entry, papersOf } from '../../rules/agenda';
import type { Stream } from '../../sync/stream';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';

const SHOWN = 2;

/** The papers of the current item; each opens in the reader. */
export function Papers({ stream, item }: { stream: Stream; item: string }) {
  const [all, setAll] = useState(false);
  const papers = papersOf(stream.records.of('paper').value, item).filter(
    ([, paper]) => paper.state === 'published',
  );
  if (papers.length === 0) {
    return null;
  }
  return (
    <nav class="now-papers" aria-label={t().chair.papers}>
      {papers.slice(0, SHOWN).map(paper => (
        <PaperLink key={paper[0]} stream={stream} paper={paper} />
      ))}
      {papers.length > SHOWN && (
        <Button size="small" kind="quiet" onClick={() => setAll(true)}>
          {t().chair.allPapers(papers.length)}
        </Button>
      )}
      {all && (
        <Dialog heading={t().chair.papers} onClose={() => setAll(false)}>
          <div class="stack">
            {papers.map(paper => (
              <PaperLink key={paper[0]} stream={stream} paper={paper} />
            ))}
          </div>
        </Dialog>
      )}
    </nav>
  );
}

function PaperLink({ stream, paper: [id, paper] }: { stream: Stream; paper: Entry<PaperRecord> }) {
  return (
    <a class="button small now-paper" href={`#/meeting/${stream.id}/room/${id}`}>
      <Icon name="fileText" size={18} />
      <span class="now-paper-title">{paper.title}</span>
    </a>
  );
}
