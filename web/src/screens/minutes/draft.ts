import { useEffect, useRef, useState } from 'preact/hooks';
import { get, sentence } from '../../sync/api';
import type { Records } from '../../sync/records';
import type { Stream } from '../../sync/stream';
import { taskStream } from '../../sync/tasks';

/** An event that a sentence rests on, of the meeting's own log or of that of the register of tasks. */
export interface Trace {
  seq: number;
  at: number;
  tasks: boolean;
}

export interface Block {
  id: string;
  kind: 'heading' | 'paragraph' | 'attendance' | 'votes';
  text: string;
  generated: string;
  edited: boolean;
  /** What is generated has changed since the secretary wrote. */
  outdated: boolean;
  /** A paragraph of the secretary's own. */
  own: boolean;
  events: Trace[];
  head: string[];
  rows: string[][];
}

export interface Draft {
  at: number;
  state: string;
  heading: Record<
    | 'agency'
    | 'parent_agency'
    | 'title'
    | 'started'
    | 'ended'
    | 'place'
    | 'attendance'
    | 'chair'
    | 'secretary',
    string
  >;
  /** "Số: 07/BB-VP". */
  number: string;
  recipients: string[];
  blocks: Block[];
  /** SHA-256 of all its words: what is confirmed. */
  digest: string;
  locked_at: number | null;
  /** What to ask with next time, for what has changed since. */
  mark: string;
}

/** `blocks` are those which changed; `order` names all of them, null: as they were. */
interface Answer extends Draft {
  order: string[] | null;
}

/** What the minutes are made of; a change to any of these makes them new. */
const SOURCES = [
  'meeting',
  'member',
  'former_member',
  'invitation',
  'attendance',
  'absence',
  'item',
  'conclusion',
  'interest',
  'paper',
  'paper_readers',
  'speech',
  'vote',
  'result',
  'tally_entry',
  'minutes_edit',
  'minutes_paragraph',
  'minutes_seal',
  'comment',
  'official_form',
  'official_number',
] as const;

/** Other objects as soon as anything has changed that the minutes are made of. */
export function sourcesOf(records: Records): unknown[] {
  return SOURCES.map(kind => records.of(kind).value);
}

/** Between two drafts while much happens; what happens after a pause is asked for at once. */
const CALM = 400;

export interface DraftState {
  draft: Draft | null;
  error: string;
  refreshing: boolean;
  refresh: () => void;
}

/** The minutes, asked for anew when the meeting has been still for a moment. The last answer stays until the next. */
export function useDraft(stream: Stream): DraftState {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [error, setError] = useState('');
  const [refreshing, setRefreshing] = useState(false);
  const asked = useRef(0);
  const seen = useRef<Draft | null>(null);
  const last = useRef(Number.NEGATIVE_INFINITY);
  const sources = [...sourcesOf(stream.records), taskStream().records.of('task').value];
  const refresh = async () => {
    const turn = ++asked.current;
    last.current = performance.now();
    setRefreshing(true);
    try {
      const since = seen.current?.mark ?? '';
      const fresh = await get<Answer>(`/api/streams/${encodeURIComponent(stream.id)}/minutes?since=${since}`);
      if (turn === asked.current) {
        seen.current = merged(seen.current, fresh);
        setDraft(seen.current);
        setError('');
      }
    } catch (failure) {
      setError(sentence(failure));
    }
    setRefreshing(turn !== asked.current);
  };
  useEffect(() => {
    const rest = last.current + CALM - performance.now();
    const timer = setTimeout(refresh, Math.max(0, rest));
    return () => clearTimeout(timer);
  }, sources);
  return { draft, error, refreshing, refresh: () => void refresh() };
}

/** Blocks that did not change stay the same objects, so that only the others are drawn again. */
function merged(former: Draft | null, { order, ...fresh }: Answer): Draft {
  const known = new Map(former?.blocks.map(block => [block.id, block]));
  for (const block of fresh.blocks) {
    known.set(block.id, block);
  }
  const ids = order ?? former?.blocks.map(block => block.id) ?? [];
  return { ...fresh, blocks: ids.flatMap(id => known.get(id) ?? []) };
}
