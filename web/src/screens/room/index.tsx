import type { ViewProps } from '../table';
import { Rail } from './rail';

export default function Room({ stream }: ViewProps) {
  return (
    <main class="page">
      <h1>{stream.records.row('meeting', stream.id)?.title}</h1>
      <Rail stream={stream} />
    </main>
  );
}
