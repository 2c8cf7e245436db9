import { useEffect, useRef } from 'preact/hooks';
import { unpack } from '../../ink/points';
import type { InkMark, LitPassage, Reader, ReaderOptions } from '../../paper/types';
import { around } from '../../rules/my-marks';
import { addressOf } from './memory';
import { useRoom } from './state';

const MARGIN = 60;

interface SideProps {
  heading: string;
  version: string;
  secret: boolean;
  /** The page that is shown at first, where the strokes are. */
  page: number;
  strokes: readonly InkMark[];
  ink: InkMark[];
  tinted: LitPassage[];
  onPage?: (page: number) => void;
}

/** One version of a paper, to be looked at and turned, with strokes on it. */
export function InkSide({ heading, version, secret, page, strokes, ink, tinted, onPage }: SideProps) {
  const room = useRoom();
  const host = useRef<HTMLDivElement>(null);
  const reader = useRef<Reader | null>(null);
  const shown = useRef<ReaderOptions | null>(null);
  shown.current = {
    url: addressOf(version, secret),
    version,
    name: heading,
    rough: (room.stream.records.row('version', version)?.work ?? '') !== '',
    page,
    notes: [],
    ink,
    tinted,
    mode: 'read',
    night: room.night.value,
    onPage: onPage ?? (() => {}),
    onMark: () => {},
    onNoteTap: () => {},
  };
  useEffect(() => {
    let wanted = true;
    void import('../../paper').then(({ mountReader }) => {
      if (wanted && host.current && shown.current) {
        reader.current = mountReader(host.current, shown.current);
        reader.current.lookAt(page, [
          around(
            strokes.flatMap(({ points }) => unpack(points)),
            MARGIN,
          ),
        ]);
      }
    });
    return () => {
      wanted = false;
      reader.current?.destroy();
      reader.current = null;
    };
  }, []);
  const drawn = ink.map(stroke => `${stroke.id} ${stroke.page}`).join();
  useEffect(() => reader.current?.update({ ink }), [drawn]);
  useEffect(() => reader.current?.update({ tinted }), [tinted]);
  return (
    <div class="ink-side">
      <h3>
        <span role="status">{heading}</span>
      </h3>
      <div class="reading" ref={host} />
    </div>
  );
}
