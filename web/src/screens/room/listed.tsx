import { t } from '../../i18n';
import type { Asked, Passage } from './assistant-state';
import { useRoom } from './state';
import { placeOf } from './worded';
import './listed.css';

type Numbered = Passage & { number: number };

/** Several pieces of one item: it goes on over a page's end. */
function itemsOf(passages: readonly Numbered[]): Numbered[][] {
  const items: Numbered[][] = [];
  for (const passage of passages) {
    if (passage.part === 'rest') {
      items.at(-1)?.push(passage);
    } else if (passage.part === 'item') {
      items.push([passage]);
    }
  }
  return items;
}

/** A list of a paper as one answer: what leads to it, then every item, each a button that opens its place. */
export function ListAnswer({ asked }: { asked: Asked }) {
  const numbered = (asked.answer?.passages ?? []).map((passage, at) => ({ ...passage, number: at + 1 }));
  const items = itemsOf(numbered);
  const lead = numbered.find(({ part }) => part === 'lead');
  const title = items[0]?.[0]?.title;
  if (!title) {
    return null;
  }
  const cited = Boolean(asked.answer?.wording);
  return (
    <section class="said-card listed" aria-label={t().listed.heading(items.length)}>
      {lead && (
        <p class="listed-lead" id={placeOf(asked.id, lead.number)} tabIndex={-1}>
          {cited && `[${lead.number}] `}
          {lead.quote}
        </p>
      )}
      <ul class="listed-items">
        {items.map((pieces, at) => (
          <li key={at}>
            {pieces.map(piece => (
              <Item key={piece.number} piece={piece} asked={asked.id} cited={cited} />
            ))}
          </li>
        ))}
      </ul>
      <p class="quiet small">{title}</p>
      <p class="quiet small">{t().listed.hint}</p>
    </section>
  );
}

interface ItemProps {
  piece: Numbered;
  asked: string;
  cited: boolean;
}

function Item({ piece, asked, cited }: ItemProps) {
  const room = useRoom();
  const open = () => room.open(piece.paper, piece.boxes[0]?.page ?? piece.page, piece.boxes);
  return (
    <button type="button" id={placeOf(asked, piece.number)} class="listed-item" onClick={open}>
      <span>
        {cited && <span class="quotation-number">[{piece.number}] </span>}
        {piece.quote}
      </span>
      <span class="quiet small">{t().listed.page(piece.page)}</span>
    </button>
  );
}
