/** Work that papers and conclusions give to somebody, asked of the server: it reads them sentence by sentence. */

import type { Quad } from '../paper/types';
import { get } from './api';

export interface Candidate {
  id: string;
  title: string;
  quote: string;
  agency: string;
  work: string;
  together: string[];
  deadline: number;
  /** The words that name the deadline, as they stand. */
  said: string;
  basis: string;
  paper: string;
  version: string;
  page: number;
  quads: Quad[];
  item: string;
  /** The task that was made of it, or nothing. */
  task: string;
}

export const candidatesIn = async (stream: string) =>
  (await get<{ candidates: Candidate[] }>(`/api/streams/${encodeURIComponent(stream)}/task-candidates`))
    .candidates;
