import { useEffect, useRef } from 'preact/hooks';
import { papersOf } from '../../rules/agenda';
import { versionsOf } from '../../rules/versions';
import { whenFinished } from '../../sync/finishing';
import type { Stream } from '../../sync/stream';
import { keeper } from '../../vault';

const AHEAD = 2;

/** A secret paper has an address of its own, so that no copy from before it was secret stands in for it. */
export function addressOf(version: string, secret = false): string {
  return `/api/versions/${encodeURIComponent(version)}/reading${secret ? '?copy=own' : ''}`;
}

function forgetAll(): void {
  void import('../../paper').then(({ forget }) => forget());
}

/** What of a paper may lie in this tablet's memory: every version that was there to open. */
interface Held {
  secret: boolean;
  versions: string[];
}

/** Takes recalled papers, and those that became secret, out of this tablet's memory at once, whether they are open or not. */
export function useForgetting(stream: Stream): void {
  const known = useRef(new Map<string, Held>());
  const papers = stream.records.of('paper').value;
  const versions = stream.records.of('version').value;
  useEffect(() => whenFinished(forgetAll), []);
  useEffect(() => {
    for (const [id, held] of known.current) {
      const paper = papers.get(id);
      if (!paper || paper.state === 'recalled' || paper.secret !== held.secret) {
        for (const version of held.versions) {
          void import('../../paper').then(({ forget }) => forget(addressOf(version, held.secret)));
        }
      }
    }
    known.current = new Map(
      [...papers].map(([id, { secret }]) => [
        id,
        { secret, versions: versionsOf(versions, id).map(version => version.id) },
      ]),
    );
  }, [papers, versions]);
}

/**
 * Brings the first papers of the item under discussion into memory before somebody taps them. Where papers are kept on
 * the tablet they come from there, so that a hall of tablets does not ask for the same file in the same moment.
 */
export function useFetchingAhead(stream: Stream): void {
  const item = stream.records.row('meeting', stream.id)?.item;
  const versions = papersOf(stream.records.of('paper').value, item ?? '')
    .filter(([, paper]) => !paper.secret) // opening one is recorded, so it is fetched only when it is opened
    .map(([, paper]) => paper.version)
    .filter(version => stream.records.row('version', version)?.state === 'ready')
    .slice(0, AHEAD)
    .filter(version => !keeper || keeper.shelf.holds(version));
  useEffect(() => {
    if (versions.length) {
      void import('../../paper').then(({ prefetch }) =>
        versions.map(version => addressOf(version)).forEach(prefetch),
      );
    }
  }, [versions.join(' ')]);
}
