import { t } from '../../i18n';
import { pieces } from '../../rules/emphasis';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import type { Answer, Passage } from './assistant-state';
import { useRaise, useRoom } from './state';
import '../../styles/overview.css';

/** What papers say of one thing, or of two, beside each other with date and scope; no verdict is given. */
export function SideBySide({ answer, question }: { answer: Answer; question: string }) {
  const raise = useRaise();
  const words = t().compared;
  const show = () =>
    raise(close => (
      <Dialog heading={words.heading} shape="page" onClose={close}>
        <div class="stack">
          <p class="asked">{question}</p>
          <p class="small quiet">{words.hint}</p>
          <ul class="compared">
            {answer.passages.map(passage => (
              <li key={`${passage.version} ${passage.page} ${passage.quote}`} class="said-card">
                <Said passage={passage} onOpened={close} />
              </li>
            ))}
          </ul>
        </div>
      </Dialog>
    ));
  return (
    <Button size="small" icon="minimize" onClick={show}>
      {words.open(answer.passages.length)}
    </Button>
  );
}

function Said({ passage, onOpened }: { passage: Passage; onOpened: () => void }) {
  const room = useRoom();
  const words = t().overview;
  const open = () => {
    onOpened();
    room.open(passage.paper, passage.page, passage.boxes, passage.version);
  };
  return (
    <>
      <h3 class="overview-paper">{passage.title}</h3>
      {passage.date && <p class="small">{words.date(passage.date)}</p>}
      <blockquote class="said-text">
        {pieces(passage.quote, passage.emphasis).map((piece, index) =>
          piece.strong ? <mark key={index}>{piece.text}</mark> : piece.text,
        )}
      </blockquote>
      {passage.scope && (
        <p class="small quiet">
          {words.scope}: {passage.scope}
        </p>
      )}
      <Button size="small" icon="bookOpenText" onClick={open}>
        {t().compared.page(passage.page)}
      </Button>
    </>
  );
}
