import { agenda, papersOf } from '../../rules/agenda';
import type { Stream } from '../../sync/stream';

/** The agenda with the papers below each item. */
export function Rail({ stream }: { stream: Stream }) {
  const items = agenda(stream.records.of('item').value);
  const papers = stream.records.of('paper').value;
  return (
    <ol class="rail">
      {items.map(([id, item], place) => (
        <li key={id}>
          <strong>
            {place + 1}. {item.title}
          </strong>
          <ul>
            {papersOf(papers, id).map(([paper, row]) => (
              <li key={paper}>{row.title}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
