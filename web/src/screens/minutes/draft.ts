import { useEffect, useRef, useState } from 'preact/hooks';
import { get, sentence } from '../../sync/api';
import type { Stream } from '../../sync/stream';

/** An event that a sentence rests on. */
export interface Trace {
  seq: number;
  at: number;
}

export interface Block {
  id: string;
  kind: 'heading' | 'paragraph' | 'attendance' | 'votes';
  text: string;
  generated: string;
  edited: boolean;
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
  blocks: Block[];
}

/** What the minutes are made of; a change to any of these makes them new. */
const SOURCES = [
  'meeting',
  'member',
  'attendance',
  'absence',
  'item',
  'conclusion',
  'paper',
  'speech',
  'vote',
  'result',
  'minutes_edit',
] as const;

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
  const sources = SOURCES.map(kind => stream.records.of(kind).value);
  const refresh = async () => {
    const turn = ++asked.current;
    setRefreshing(true);
    try {
      const fresh = await get<Draft>(`/api/streams/${encodeURIComponent(stream.id)}/minutes`);
      if (turn === asked.current) {
        setDraft(fresh);
        setError('');
      }
    } catch (failure) {
      setError(sentence(failure));
    }
    setRefreshing(turn !== asked.current);
  };
  useEffect(() => {
    const timer = setTimeout(refresh, draft ? CALM : 0);
    return () => clearTimeout(timer);
  }, sources);
  return { draft, error, refreshing, refresh: () => void refresh() };
}
