import { useEffect, useRef } from 'preact/hooks';
import { papersOf } from '../../rules/agenda';
import { whenFinished } from '../../sync/cabinet';
import type { Stream } from '../../sync/stream';

const AHEAD = 2;

export function addressOf(version: string): string {
  return `/api/versions/${encodeURIComponent(version)}/reading`;
}

function forgetAll(): void {
  void import('../../paper').then(({ forget }) => forget());
}

/** Takes recalled papers out of this tablet's memory at once, whether they are open or not. */
export function useForgetting(stream: Stream): void {
  const known = useRef(new Map<string, string>());
  const papers = stream.records.of('paper').value;
  useEffect(() => whenFinished(forgetAll), []);
  useEffect(() => {
    for (const [id, version] of known.current) {
      const paper = papers.get(id);
      if (!paper || paper.state === 'recalled') {
        void import('../../paper').then(({ forget }) => forget(addressOf(version)));
      }
    }
    known.current = new Map([...papers].map(([id, paper]) => [id, paper.version]));
  }, [papers]);
}

/** Fetches the first papers of the item under discussion before somebody taps them. */
export function useFetchingAhead(stream: Stream): void {
  const item = stream.records.row('meeting', stream.id)?.item;
  const versions = papersOf(stream.records.of('paper').value, item ?? '')
    .map(([, paper]) => paper.version)
    .filter(version => stream.records.row('version', version)?.state === 'ready')
    .slice(0, AHEAD);
  useEffect(() => {
    if (versions.length) {
      void import('../../paper').then(({ prefetch }) => versions.map(addressOf).forEach(prefetch));
    }
  }, [versions.join(' ')]);
}
