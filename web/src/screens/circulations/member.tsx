import type { Stream } from '../../sync/stream';
import { MyAnswer } from './answer';
import { Question, Rules } from './content';
import { Result } from './result';

/** What somebody who is asked sees: the question with its papers, and his answer beside it. */
export function MemberPage({ stream }: { stream: Stream }) {
  const row = stream.records.row('circulation', stream.id);
  if (!row) {
    return null;
  }
  return (
    <main class="circulation-columns">
      <div class="stack">
        <Question stream={stream} row={row} />
        <Result stream={stream} />
        <Rules row={row} />
      </div>
      <div class="circulation-side stack">
        <MyAnswer stream={stream} row={row} />
      </div>
    </main>
  );
}
