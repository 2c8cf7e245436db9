import { useEffect, useRef, useState } from 'preact/hooks';
import { get } from '../../sync/api';
import type { Stream } from '../../sync/stream';
import { taskStream } from '../../sync/tasks';
import { sourcesOf } from '../minutes/draft';

/** Between two questions while much happens: for each answer the server writes the document anew. */
const CALM = 5000;
const STILL = 300;

/**
 * Whether a signed file still is what the document says, so that there is nothing to sign; undefined until the server
 * has said. Without a signed file nobody is asked.
 */
export function useSignedStands(stream: Stream, document: string): boolean | undefined {
  const [stands, setStands] = useState<boolean>();
  const last = useRef(Number.NEGATIVE_INFINITY);
  const { records } = stream;
  const signed = [...records.of('signed_document').value.values()].filter(row => row.document === document);
  const said = [
    ...sourcesOf(records),
    records.of('official_template').value,
    taskStream().records.of('task').value,
  ];
  useEffect(() => {
    if (signed.length === 0) {
      return;
    }
    let here = true;
    const ask = async () => {
      last.current = performance.now();
      const address = `/api/streams/${stream.id}/signing/${encodeURIComponent(document)}`;
      const found = await get<{ standing: boolean }>(address).catch(() => ({ standing: false }));
      if (here) {
        setStands(found.standing);
      }
    };
    const timer = setTimeout(ask, Math.max(STILL, last.current + CALM - performance.now()));
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [stream, document, signed.length, ...said]);
  return signed.length === 0 ? false : stands;
}
